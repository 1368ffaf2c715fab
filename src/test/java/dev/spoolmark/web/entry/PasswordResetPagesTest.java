package dev.spoolmark.web.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.web.PageAccounts;
import dev.spoolmark.web.PageClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordResetPagesTest {

    private static final String OLD = "correct horse battery";
    private static final String NEW = "staple horse battery";
    private static final String SUBMIT = "Set the password";

    private final MutableClock clock = new MutableClock();
    private final TestServer server = TestServer.start(clock);
    private final PageClient visitor = new PageClient(server.port());
    private final Account ann = PageAccounts.create(server, "ann", null, OLD);

    @AfterEach
    void close() {
        visitor.close();
        server.close();
    }

    private String code() {
        return server.features()
                .links()
                .passwordResets()
                .create(ann, Actor.OPERATOR)
                .reveal();
    }

    private PageClient signIn(PageClient client, String password) {
        return client.get("/signin").submit("Sign in", "name", "ann", "password", password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void thePagesAreWellFormed(String language) {
        visitor.in(language);

        visitor.get("/forgotten").isWellFormed();
        visitor.get("/reset?code=" + code()).isWellFormed();
        assertThat(visitor.status()).isEqualTo(200);
        visitor.get("/reset?code=wrong").isWellFormed();
        assertThat(visitor.status()).isEqualTo(404);
    }

    @Test
    void theCommandOfTheAdministratorIsShown() {
        visitor.get("/forgotten");

        assertThat(visitor.text()).contains("./spoolmark user reset-link NAME", "within 30 minutes");
    }

    @Test
    void theLinkSetsAPassword() {
        visitor.get("/reset?code=" + code());
        assertThat(visitor.page().expectFirst("#username").val()).isEqualTo("ann");
        visitor.submit(SUBMIT, "password", NEW);

        assertThat(visitor.path()).isEqualTo("/signin?notice=password_set");
        assertThat(signIn(visitor, OLD).status()).isEqualTo(422);
        assertThat(signIn(visitor, NEW).path()).isEqualTo("/");
    }

    @Test
    void theLinkEndsAllSessions() {
        try (PageClient phone = new PageClient(server.port())) {
            signIn(phone, OLD);
            assertThat(phone.get("/").text()).contains("Signed in as ann.");

            visitor.get("/reset?code=" + code()).submit(SUBMIT, "password", NEW);

            assertThat(phone.get("/").text()).doesNotContain("Signed in as ann.");
        }
    }

    @Test
    void theLinkWorksOnce() {
        String code = code();
        visitor.get("/reset?code=" + code).submit(SUBMIT, "password", NEW);
        visitor.post("/reset", Map.of("code", code, "password", "another horse battery"));

        assertThat(visitor.status()).isEqualTo(404);
        assertThat(visitor.text()).contains("This link does not work", "Your password is unchanged.");
        assertThat(signIn(visitor, NEW).path()).isEqualTo("/");
    }

    @Test
    void theLinkExpiresAfter30Minutes() {
        visitor.get("/reset?code=" + code());
        clock.pass(Duration.ofMinutes(30));
        visitor.submit(SUBMIT, "password", NEW);

        assertThat(visitor.status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {"'' | This field is required.", "1234567 | At least 8 characters", "password | too easy to guess"})
    void anUnsuitablePasswordIsExplainedAndDoesNotUseTheLink(String password, String error) {
        visitor.get("/reset?code=" + code()).submit(SUBMIT, "password", password);
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.errorOf("password")).contains(error);

        visitor.submit(SUBMIT, "password", NEW);

        assertThat(visitor.path()).isEqualTo("/signin?notice=password_set");
    }

    @Test
    void aTooLongPasswordIsExplained() {
        visitor.get("/reset?code=" + code()).submit(SUBMIT, "password", "ä".repeat(513));

        assertThat(visitor.errorOf("password")).contains("at most 1,024 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void anUnknownCodeChangesNothing(String code) {
        visitor.post("/reset", Map.of("code", code, "password", NEW));

        assertThat(visitor.status()).isEqualTo(404);
        assertThat(signIn(visitor, OLD).path()).isEqualTo("/");
    }
}
