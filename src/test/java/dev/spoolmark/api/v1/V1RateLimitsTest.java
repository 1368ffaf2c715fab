package dev.spoolmark.api.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.core.CidrSet;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.ApiMethod;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.AuthenticationRequirement;
import dev.spoolmark.http.DataVisibility;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class V1RateLimitsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));
    private final V1RateLimits rateLimits = V1RateLimits.limited(CidrSet.of(List.of("192.168.0.0/16")), now::get);

    @ParameterizedTest
    @CsvSource({
        "GET, /user/library/shows/all.json/{apikey}/{username}, , 1000",
        "GET, /search/shows.json/{apikey}?query={query}, SEARCHING, 30",
        "POST, /comment/show/{apikey}, COMMENTING, 10",
        "POST, /network/follow/{apikey}, COMMENTING, 10",
        "POST, /lists/add/{apikey}, COMMENTING, 10"
    })
    void requestsBeyondTheLimitAreRejected(String httpMethod, String path, @Nullable MethodTrait trait, int calls) {
        for (int call = 0; call < calls; call++) {
            call(httpMethod, path, trait, "192.0.2.7");
        }

        assertThatThrownBy(() -> call(httpMethod, path, trait, "192.0.2.7"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.Overloaded.class));
        call(httpMethod, path, trait, "192.0.2.8");
    }

    @Test
    void writesBeyondTheRateAreDelayed() {
        Instant began = now.get();
        for (int call = 0; call < 63; call++) {
            call("POST", "/rate/show/{apikey}", null, "192.0.2.7");
        }

        assertThat(Duration.between(began, now.get())).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void commentsAreLimitedTo300PerDay() {
        for (int call = 0; call < 300; call++) {
            call("POST", "/comment/show/{apikey}", MethodTrait.COMMENTING, "192.0.2.7");
            now.updateAndGet(before -> before.plusSeconds(6));
        }

        assertThatThrownBy(() -> {
                    for (int call = 0; call < 10; call++) {
                        call("POST", "/comment/show/{apikey}", MethodTrait.COMMENTING, "192.0.2.7");
                    }
                })
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void trustedNetworksAndUnlimitedServersAreNotCounted() {
        V1RateLimits free = V1RateLimits.unlimited();
        for (int call = 0; call < 100; call++) {
            call("GET", "/search/shows.json/{apikey}?query={query}", MethodTrait.SEARCHING, "192.168.1.2");
            free.admit(
                    new ClientRequest("192.0.2.7"),
                    method("GET", "/search/shows.json/{apikey}?query={query}", MethodTrait.SEARCHING),
                    null);
        }
    }

    private void call(String httpMethod, String path, @Nullable MethodTrait trait, String from) {
        rateLimits.admit(new ClientRequest(from), method(httpMethod, path, trait), null);
    }

    private static ApiMethod<?> method(String httpMethod, String path, @Nullable MethodTrait trait) {
        ApiMethodTable methods = new ApiMethodTable();
        (trait == null ? methods : methods.withTrait(trait))
                .notYet(httpMethod, path, AuthenticationRequirement.NONE, DataVisibility.PUBLIC);
        return methods.all().getFirst();
    }

    /// A request with only a client address; a pause advances the clock.
    private final class ClientRequest extends StubRequest {

        ClientRequest(String client) {
            super("POST", "/", InetAddress.ofLiteral(client));
        }

        @Override
        public void pause(Duration time) {
            now.updateAndGet(before -> before.plus(time));
        }
    }
}
