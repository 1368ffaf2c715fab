package dev.spoolmark.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateRouterTest {

    private final TemplateRouter<ApiMethod<?>> router = new TemplateRouter<>(List.of(
            method("GET", "/users/{id}/history"),
            method("POST", "/users/{id}/history"),
            method("GET", "/users/me/history"),
            method("DELETE", "/users/{user}/history/{entry}"),
            method("POST", "/users/me/settings")));

    @ParameterizedTest
    @CsvSource({
        "GET, /users/ann/history, /users/{id}/history",
        "HEAD, /users/ann/history, /users/{id}/history",
        "GET, /users/me/history/, /users/me/history",
        "POST, /users/me/history, /users/{id}/history",
        "DELETE, /users/me/history/7, /users/{user}/history/{entry}"
    })
    void aPathIsFoundWithItsHttpMethod(String httpMethod, String path, String template) {
        assertThat(router.find(head(httpMethod, path)).target().path()).isEqualTo(template);
    }

    @Test
    void variablesAreDecoded() {
        assertThat(router.find(head("DELETE", "/users/a%2Fb+c/history/%C3%A9")).variables())
                .isEqualTo(Map.of("user", "a/b+c", "entry", "é"));
    }

    @ParameterizedTest
    @CsvSource({"/users", "/users/me", "/users/me/history/7/8", "/"})
    void otherPathsAreNotFound(String path) {
        assertThat(problem("GET", path)).isEqualTo(new Problem.NotFound("path"));
    }

    @Test
    void otherHttpMethodsAreRejectedWithTheAllowedOnes() {
        assertThat(problem("PUT", "/users/me/history"))
                .isEqualTo(new Problem.MethodNotAllowed(List.of("GET", "HEAD", "POST")));
        assertThat(problem("HEAD", "/users/me/settings")).isEqualTo(new Problem.MethodNotAllowed(List.of("POST")));
    }

    @Test
    void malformedPathsAreRejected() {
        for (String path : List.of("/users/%", "/users/%4", "/users/%zz", "/users/%ff", "/users/%00")) {
            assertThat(problem("GET", path)).isInstanceOf(Problem.Unreadable.class);
        }
    }

    @Test
    void aMethodCannotBeDeclaredTwice() {
        assertThatThrownBy(() -> new TemplateRouter<>(List.of(method("GET", "/a/{b}"), method("GET", "/a/{c}"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Problem problem(String httpMethod, String path) {
        try {
            router.find(head(httpMethod, path));
        } catch (ProblemException rejected) {
            return rejected.problem();
        }
        throw new AssertionError(path + " was found");
    }

    private static ApiMethod<?> method(String httpMethod, String path) {
        ApiMethodTable methods = new ApiMethodTable();
        methods.notYet(httpMethod, path, AuthenticationRequirement.NONE, DataVisibility.PUBLIC);
        return methods.all().getFirst();
    }

    private static RequestHead head(String httpMethod, String path) {
        return new RequestHead() {

            @Override
            public String method() {
                return httpMethod;
            }

            @Override
            public String rawPath() {
                return path;
            }

            @Override
            public String host() {
                return "localhost";
            }

            @Override
            public Optional<String> header(String name) {
                return Optional.empty();
            }
        };
    }
}
