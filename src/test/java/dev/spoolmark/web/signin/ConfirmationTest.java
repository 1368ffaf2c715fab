package dev.spoolmark.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.MutableClock;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.web.PageAccounts;
import dev.spoolmark.web.PageClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sensitive forms that were open for more than 5 minutes, or for more than 30 on pages of administrators.
class ConfirmationTest {

    private static final String PASSWORD = "correct horse battery";
    private static final String APP_PASSWORDS = "/settings/security/app-passwords";

    private final MutableClock clock = new MutableClock();
    private final TestServer server = TestServer.start(clock);
    private final PageClient ann = new PageClient(server.port());

    @BeforeEach
    void signIn() {
        PageAccounts.createAdministrator(server, "ann", PASSWORD);
        ann.get("/signin").submit("Sign in", "name", "ann", "password", PASSWORD);
    }

    @AfterEach
    void close() {
        ann.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void whatWasTypedIsCarriedOutAfterThePassword(String language) {
        boolean english = language.equals("en");
        String submit = english ? "Continue" : "Weiter";
        ann.in(language).get(APP_PASSWORDS);
        clock.pass(Duration.ofMinutes(6));
        ann.submit(english ? "Create" : "Erstellen", "name", "Kodi <1> \" &", "permission", "scrobble");
        ann.isWellFormed();
        assertThat(ann.text()).contains(english ? "Your form is kept." : "Ihr Formular bleibt erhalten.");
        assertThat(appPasswords()).isEmpty();

        ann.submit(submit, "_password", "wrong");
        assertThat(ann.status()).isEqualTo(422);
        ann.submit(submit);
        assertThat(ann.errorOf("_password")).isNotBlank();
        assertThat(appPasswords()).isEmpty();
        ann.submit(submit, "_password", PASSWORD);

        assertThat(ann.page().expectFirst("#password").text()).matches("[a-z2-7]{26}");
        assertThat(appPasswords()).isEqualTo("Kodi <1> \" & SCROBBLE");
    }

    @Test
    void wrongValuesAreExplainedAfterThePassword() {
        ann.get(APP_PASSWORDS);
        clock.pass(Duration.ofMinutes(6));
        ann.submit("Create", "name", "x".repeat(101)).submit("Continue", "_password", PASSWORD);

        assertThat(ann.errorOf("name")).isEqualTo("At most 100 characters.");
        assertThat(ann.page().expectFirst("#name").val()).isEqualTo("x".repeat(101));
        ann.submit("Create", "name", "Kodi");
        assertThat(appPasswords()).isEqualTo("Kodi ALL");
    }

    @Test
    void anErrorAfterThePasswordKeepsTheSession() {
        ann.get(APP_PASSWORDS);
        clock.pass(Duration.ofMinutes(6));
        ann.post(APP_PASSWORDS + "/999999/remove", Map.of("_csrf", csrf(), "name", "x"));
        ann.submit("Continue", "_password", PASSWORD);

        assertThat(ann.status()).isEqualTo(404);
        assertThat(ann.get(APP_PASSWORDS).path()).isEqualTo(APP_PASSWORDS);
    }

    @Test
    void theTokenOfTheSessionIsNeeded() {
        ann.get(APP_PASSWORDS);
        clock.pass(Duration.ofMinutes(6));
        ann.submit("Create", "name", "Kodi");
        ann.submit("Continue", "_password", PASSWORD, "_csrf", "A".repeat(43));

        assertThat(ann.status()).isEqualTo(403);
        assertThat(appPasswords()).isEmpty();
    }

    @Test
    void aFormThatIsTooLongIsNotKept() {
        ann.get(APP_PASSWORDS);
        clock.pass(Duration.ofMinutes(6));
        ann.post(APP_PASSWORDS, Map.of("_csrf", csrf(), "name", "x".repeat(40_000)));

        assertThat(ann.header("Location").orElse("")).startsWith("/confirm?next=");
    }

    @Test
    void secretsAreNotKept() {
        ann.get(APP_PASSWORDS);
        clock.pass(Duration.ofMinutes(6));
        ann.post(APP_PASSWORDS, Map.of("_csrf", csrf(), "name", "Kodi", "password", "s3cret word"));

        assertThat(ann.header("Location").orElse("")).startsWith("/confirm?next=");
        assertThat(ann.page().html()).doesNotContain("s3cret word");
    }

    @Test
    void aFirstPasswordIsTypedAgain() {
        ann.get(APP_PASSWORDS);
        clock.pass(Duration.ofMinutes(6));
        Map<String, String> values = Map.of("_csrf", csrf(), "username", "ann", "password", "x", "repeated", "x");
        ann.post(APP_PASSWORDS, values);

        assertThat(ann.header("Location").orElse("")).startsWith("/confirm?next=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void thePageShowsWhatIsSent(String language) {
        boolean english = language.equals("en");
        ann.in(language).get(APP_PASSWORDS);
        clock.pass(Duration.ofMinutes(6));
        ann.submit(english ? "Create" : "Erstellen", "name", "Kodi <1>", "permission", "scrobble");

        assertThat(ann.page().expectFirst("#kept").text())
                .isEqualTo(
                        english
                                ? "Page App passwords Address " + APP_PASSWORDS + " Name Kodi <1> It may scrobble"
                                : "Seite App-Passwörter Adresse " + APP_PASSWORDS + " Name Kodi <1> Es darf scrobble");
        assertThat(ann.get("/confirm").page().select("#kept")).isEmpty();
    }

    @Test
    void aFormWithoutFieldsIsKeptToo() {
        ann.get(APP_PASSWORDS).submit("Create", "name", "Kodi", "permission", "all");
        ann.get(APP_PASSWORDS);
        clock.pass(Duration.ofMinutes(6));
        ann.submit("Remove Kodi");
        assertThat(ann.page().expectFirst("#kept").text()).matches("Page App passwords Address .*/[0-9]+/remove");
        assertThat(appPasswords()).isEqualTo("Kodi ALL");
        ann.submit("Continue", "_password", PASSWORD);

        assertThat(appPasswords()).isEmpty();
        assertThat(ann.text()).contains("The app password was removed.");
    }

    @Test
    void aCheckboxThatWasUncheckedIsKept() {
        Map<String, String> values = Map.of(
                "_csrf",
                ann.get(APP_PASSWORDS).page().expectFirst("[name=_csrf]").val());
        assertThat(ann.page().select("#sign_in_password[checked]")).hasSize(1);
        clock.pass(Duration.ofMinutes(6));
        ann.post(APP_PASSWORDS + "/sign-in-password", values).submit("Continue", "_password", PASSWORD);

        assertThat(ann.get(APP_PASSWORDS).page().select("#sign_in_password[checked]"))
                .isEmpty();
    }

    @Test
    void aFaultAfterThePasswordKeepsTheSession() {
        ann.get(APP_PASSWORDS);
        clock.pass(Duration.ofMinutes(6));
        ann.submit("Create", "name", "Kodi", "permission", "all");
        server.database().write(tx -> tx.update("ALTER TABLE app_password RENAME TO gone"));
        ann.submit("Continue", "_password", PASSWORD);

        assertThat(ann.status()).isEqualTo(500);
        assertThat(ann.isWellFormed().text()).contains("Sign out");
        server.database().write(tx -> tx.update("ALTER TABLE gone RENAME TO app_password"));
        assertThat(ann.get(APP_PASSWORDS).path()).isEqualTo(APP_PASSWORDS);
    }

    @Test
    void aFormOfAdministratorsIsKeptToo() {
        ann.get("/admin/backup");
        String file = ann.page()
                .expectFirst("form[action$=schedule] [name]:not([type=hidden])")
                .attr("name");
        Map<String, String> values = Map.of("_csrf", csrf(), file, "not a value");
        clock.pass(Duration.ofMinutes(31));
        ann.post("/admin/backup/schedule", values).submit("Continue", "_password", PASSWORD);

        assertThat(ann.status()).isEqualTo(422);
        assertThat(ann.page().html()).contains("not a value");
    }

    private String csrf() {
        return ann.page().expectFirst("[name=_csrf]").val();
    }

    /// Name and permission of each.
    private String appPasswords() {
        return String.join(
                ", ",
                server
                        .features()
                        .accounts()
                        .appPasswords()
                        .list(server.features().accounts().get("ann").id())
                        .stream()
                        .map(one -> one.name() + " " + one.permission())
                        .toList());
    }
}
