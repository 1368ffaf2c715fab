package dev.spoolmark.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.AccountDefaults;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.ApiKeyPolicy;
import dev.spoolmark.account.Applications;
import dev.spoolmark.account.FastHasher;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.auth.Authenticator;
import dev.spoolmark.account.auth.CommonPasswords;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.QueryTimeout;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.AuthenticationRequirement;
import dev.spoolmark.http.DataVisibility;
import dev.spoolmark.http.HttpLimits;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.ServerRequest;
import java.io.OutputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Query timeouts of methods.
class V1BudgetTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

    private final Database database = TestDatabases.open(Engine.SQLITE);
    private final List<Optional<Duration>> values = new ArrayList<>();
    private V1 v1;

    @BeforeEach
    void declare() {
        ApiMethodTable methods = new ApiMethodTable();
        methods.get(
                "/server/time.json/{apikey}",
                AuthenticationRequirement.NONE,
                DataVisibility.PUBLIC,
                call -> recordTimeout());
        methods.post(
                "/rate/show/{apikey}",
                AuthenticationRequirement.NONE,
                DataVisibility.PUBLIC,
                NoBody.class,
                call -> recordTimeout());
        methods.get(
                "/genres/shows.json/{apikey}",
                AuthenticationRequirement.NONE,
                DataVisibility.PUBLIC,
                call -> streamTimeout());
        Accounts accounts = new Accounts(
                database,
                CLOCK,
                new AccountDefaults(Registration.CLOSED, true, ZoneOffset.UTC),
                FastHasher.hash(),
                new CommonPasswords(Optional.empty()));
        v1 = new V1(
                new Applications(database, CLOCK, ApiKeyPolicy.ANY),
                new Authenticator(accounts, CLOCK, FastHasher.hash()),
                V1RateLimits.unlimited(),
                methods);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void readsHaveTenSecondsAndOtherMethodsThirty() {
        handle(requestOf("GET", "/server/time.json/"));
        handle(requestOf("POST", "/rate/show/"));

        assertThat(values).containsExactly(Optional.of(HttpLimits.READ_TIME), Optional.of(HttpLimits.SYNC_TIME));
        assertThat(QueryTimeout.current()).isEmpty();
    }

    @Test
    void streamedResponsesHaveTheSameTimeout() throws Exception {
        Response response = handle(requestOf("GET", "/genres/shows.json/"));

        ((Response.StreamingBody) response.content()).writeTo(OutputStream.nullOutputStream());

        assertThat(values).containsExactly(Optional.of(HttpLimits.READ_TIME));
    }

    private Response handle(ServerRequest request) {
        return v1.route(request).handle(request);
    }

    private Response recordTimeout() {
        values.add(QueryTimeout.current());
        return Response.of(200, "text/plain", new byte[0]);
    }

    private Response streamTimeout() {
        return Response.streamed(200, "text/plain", out -> values.add(QueryTimeout.current()));
    }

    private static ServerRequest requestOf(String httpMethod, String path) {
        return new StubRequest(
                httpMethod, path + "5d41402abc4b2a76b9719d911017c592ae0f7cb1", InetAddress.getLoopbackAddress());
    }
}
