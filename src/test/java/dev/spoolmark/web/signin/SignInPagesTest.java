package dev.spoolmark.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.MutableClock;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.web.PageAccounts;
import dev.spoolmark.web.PageClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInPagesTest {

    private static final String PASSWORD = "correct horse battery";

    private final MutableClock clock = new MutableClock();
    private final TestServer server = TestServer.start(clock);
    private final PageClient visitor = new PageClient(server.port());

    @BeforeEach
    void createUser() {
        PageAccounts.create(server, "ann", "ann@example.org", PASSWORD);
    }

    @AfterEach
    void close() {
        visitor.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void thePageIsWellFormed(String language) {
        visitor.in(language).get("/signin").isWellFormed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", " ANN ", "ann@example.org", "Ann@Example.ORG"})
    void aUserSignsInByNameOrAddress(String name) {
        visitor.get("/signin").submit("Sign in", "name", name, "password", PASSWORD);

        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.text()).contains("Signed in as ann.");
    }

    @Test
    void theCookieIsHttpOnly() {
        visitor.post("/signin", Map.of("name", "ann", "password", PASSWORD));

        assertThat(visitor.status()).isEqualTo(303);
        assertThat(visitor.header("Set-Cookie").orElse(""))
                .matches("s=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax; Max-Age=[0-9]+");
    }

    @Test
    void theCookieHasTheHostPrefixOverTls() {
        try (TestServer secure = TestServer.start(clock, "SPOOLMARK_PUBLIC_URL=https://localhost");
                PageClient browser = new PageClient(secure.port())) {
            PageAccounts.create(secure, "ann", "ann@example.org", PASSWORD);
            browser.post("/signin", Map.of("name", "ann", "password", PASSWORD));

            assertThat(browser.header("Set-Cookie").orElse(""))
                    .startsWith("__Host-s=")
                    .contains("; Path=/; Secure; HttpOnly; SameSite=Lax;");
            assertThat(browser.header("Strict-Transport-Security")).isPresent();
        }
    }

    @Test
    void aWrongPasswordIsExplainedAndTheNameIsKept() {
        visitor.get("/signin").submit("Sign in", "name", "ann", "password", "wrong");

        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.errorOf("password")).isEqualTo("Name or password is wrong.");
        assertThat(visitor.page().expectFirst("#name").val()).isEqualTo("ann");
        assertThat(visitor.page().expectFirst("#password").val()).isEmpty();
    }

    @Test
    void anUnknownNameHasTheSameError() {
        visitor.get("/signin").submit("Sign in", "name", "nobody", "password", "wrong");

        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.errorOf("password")).isEqualTo("Name or password is wrong.");
    }

    @Test
    void missingValuesAreExplainedBesideTheirFields() {
        visitor.post("/signin", Map.of());

        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.errorOf("name")).isEqualTo("This field is required.");
        assertThat(visitor.errorOf("password")).isEqualTo("This field is required.");
    }

    @Test
    void tooLongValuesAreExplainedBesideTheirFields() {
        visitor.post("/signin", Map.of("name", "a".repeat(255), "password", "b".repeat(1_025)));

        assertThat(visitor.errorOf("name")).isEqualTo("At most 254 characters.");
        assertThat(visitor.errorOf("password")).contains("At most 1024 characters.");
    }

    @Test
    void theHashOfThePasswordIsRejected() {
        visitor.post("/signin", Map.of("name", "ann", "password", "7b1a8bb4d4e0cdbca5d0ac2a7e2b5a7c9e9a3d51"));

        assertThat(visitor.status()).isEqualTo(422);
    }

    @Test
    void manyWrongPasswordsAreThrottled() {
        for (int n = 0; n < 6; n++) {
            visitor.post("/signin", Map.of("name", "ann", "password", "wrong " + n));
        }

        assertThat(visitor.status()).isEqualTo(429);
        assertThat(visitor.header("Retry-After")).isPresent();
        assertThat(visitor.errorOf("password")).contains("Too many wrong attempts");
    }

    @Test
    void signingInRedirectsToTheRequestedPage() {
        visitor.get("/confirm");
        assertThat(visitor.path()).startsWith("/signin?next=");

        visitor.submit("Sign in", "name", "ann", "password", PASSWORD);

        assertThat(visitor.path()).isEqualTo("/confirm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://other.example/", "//other.example", "/\\other.example", "javascript:alert(1)"})
    void signingInIgnoresRedirectsToOtherSites(String next) {
        visitor.post("/signin", Map.of("name", "ann", "password", PASSWORD, "next", next));

        assertThat(visitor.header("Location")).contains("/");
    }

    @Test
    void signingOutEndsTheSession() {
        visitor.get("/signin").submit("Sign in", "name", "ann", "password", PASSWORD);
        String token = visitor.page().expectFirst("input[name=_csrf]").val();
        visitor.submit("Sign out");

        assertThat(visitor.text()).contains("You are signed out.");
        assertThat(visitor.get("/").text()).doesNotContain("Signed in as");
        visitor.post("/signout", Map.of("_csrf", token));
        assertThat(visitor.status()).isEqualTo(303);
    }

    @Test
    void aFormWithoutTheTokenOfTheSessionIsRejected() {
        visitor.get("/signin").submit("Sign in", "name", "ann", "password", PASSWORD);

        for (Map<String, String> form :
                List.of(Map.<String, String>of(), Map.of("_csrf", ""), Map.of("_csrf", "A".repeat(43)))) {
            visitor.post("/signout", form);
            assertThat(visitor.status()).isEqualTo(403);
        }
        assertThat(visitor.get("/").text()).contains("Signed in as ann.");
    }

    @Test
    void anUnusedSessionExpires() {
        visitor.get("/signin").submit("Sign in", "name", "ann", "password", PASSWORD);
        clock.pass(Duration.ofDays(14).plusSeconds(1));

        assertThat(visitor.get("/").text()).doesNotContain("Signed in as");
    }

    @Test
    void confirmingThePasswordRenewsTheTokenOfTheSession() {
        visitor.post("/signin", Map.of("name", "ann", "password", PASSWORD));
        String first = visitor.header("Set-Cookie").orElse("");
        visitor.get("/confirm?next=/about").submit("Continue", "_password", "wrong");
        assertThat(visitor.errorOf("_password")).isEqualTo("Name or password is wrong.");

        visitor.submit("Continue", "_password", PASSWORD);

        assertThat(visitor.path()).isEqualTo("/about");
        assertThat(first).isNotEmpty();
    }

    @Test
    void theApisIgnoreTheCookie() {
        visitor.get("/signin").submit("Sign in", "name", "ann", "password", PASSWORD);
        visitor.post("/account/settings/" + "0".repeat(40), Map.of());

        assertThat(visitor.status()).isEqualTo(401);
    }
}
