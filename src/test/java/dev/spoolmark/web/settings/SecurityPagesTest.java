package dev.spoolmark.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.apppassword.AppPassword;
import dev.spoolmark.account.apppassword.AppPasswordPermission;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.secondfactor.TotpCodes;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Password, second factor, app passwords, sessions and the log.
class SecurityPagesTest {

    private static final String PASSWORD = SettingsPagesTest.PASSWORD;
    private static final String NEW = "another fine password";

    private final MutableClock clock = new MutableClock();
    private final TestServer server = TestServer.start(clock);
    private final PageClient ann = new PageClient(server.port());

    @BeforeEach
    void signIn() {
        PageAccounts.create(server, "ann", null, PASSWORD);
        PageAccounts.create(server, "bob", null, PASSWORD);
        signIn(ann, "ann", PASSWORD);
    }

    @AfterEach
    void close() {
        ann.close();
        server.close();
    }

    private static PageClient signIn(PageClient client, String name, String password) {
        return client.get("/signin").submit("Sign in", "name", name, "password", password);
    }

    private Account account() {
        return server.features().accounts().get("ann");
    }

    private List<AppPassword> appPasswords() {
        return server.features().accounts().appPasswords().list(account().id());
    }

    @Test
    void aNewPasswordEndsAllOtherSessions() {
        try (PageClient other = signIn(new PageClient(server.port()), "ann", PASSWORD)) {
            ann.get("/settings/security/password")
                    .submit("Change the password", "current", PASSWORD, "password", NEW, "repeated", NEW);

            assertThat(ann.path()).isEqualTo("/settings/security?notice=password_changed");
            assertThat(other.get("/settings/security").path()).startsWith("/signin");
            assertThat(ann.get("/settings/security").path()).isEqualTo("/settings/security");
            assertThat(signIn(other, "ann", PASSWORD).status()).isEqualTo(422);
            assertThat(signIn(other, "ann", NEW).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "wrong,                 another fine password, another fine password, current,  This is not your current password.",
        "'',                    another fine password, another fine password, current,  This field is required.",
        "correct horse battery, another fine password, another fine passwort, repeated, The two passwords differ.",
        "correct horse battery, short,                 short,                 password, 'At least 8 characters, at most 1,024 bytes.'",
        "correct horse battery, '',                    '',                    password, 'At least 8 characters, at most 1,024 bytes.'",
        "correct horse battery, password1,             password1,             password, This password is one of the first that an attacker tries. Choose another one."
    })
    void anUnusableNewPasswordIsExplained(
            String current, String password, String repeated, String field, String error) {
        ann.get("/settings/security/password")
                .submit("Change the password", "current", current, "password", password, "repeated", repeated);

        assertThat(ann.status()).isEqualTo(422);
        assertThat(ann.errorOf(field)).isEqualTo(error);
        assertThat(ann.page().select("input[type=password]").eachAttr("value")).containsOnly("");
        assertThat(account().credVersion()).isEqualTo(1);
    }

    @Test
    void manyWrongPasswordsAreThrottled() {
        for (int i = 0; i < 6; i++) {
            ann.get("/settings/security/password")
                    .submit("Change the password", "current", "wrong " + i, "password", NEW, "repeated", NEW);
        }

        assertThat(ann.errorOf("current")).startsWith("Too many attempts. Try again in ");
    }

    @Test
    void theSecondFactorIsTurnedOnAndOff() {
        String secret = enrol();
        ann.submit("Turn on", "code", TotpCodes.current(server.database(), account(), clock));
        assertThat(ann.page().select("li .code")).hasSize(10);
        ann.isWellFormed();
        assertThat(server.features().secondFactors().isActive(account().id())).isTrue();

        ann.get("/settings/security/two-factor").isWellFormed();
        assertThat(ann.text()).contains("10 recovery codes are left.").doesNotContain(secret);
        ann.submit("Turn off two-factor sign-in");
        assertThat(ann.text()).contains("Two-factor sign-in is off.");
        assertThat(server.features().secondFactors().isActive(account().id())).isFalse();
    }

    private String enrol() {
        ann.get("/settings/security/two-factor").submit("Turn on two-factor sign-in");
        ann.isWellFormed();
        assertThat(ann.page().select("svg[aria-label]")).hasSize(1);
        assertThat(ann.path()).doesNotContain("?");
        return ann.page().expectFirst("#secret").text();
    }

    @ParameterizedTest
    @CsvSource({
        "'', This field is required.",
        "abc, This code is not the one",
        "1234567890123, This code is not the one"
    })
    void aWrongCodeKeepsTheSecret(String code, String error) {
        String secret = enrol();
        ann.submit("Turn on", "code", code);

        assertThat(ann.status()).isEqualTo(422);
        assertThat(ann.errorOf("code")).startsWith(error);
        assertThat(ann.page().expectFirst("#secret").text()).isEqualTo(secret);
        assertThat(server.features().secondFactors().isActive(account().id())).isFalse();
    }

    @Test
    void newRecoveryCodesReplaceTheFormerOnes() {
        enrol();
        ann.submit("Turn on", "code", TotpCodes.current(server.database(), account(), clock));
        List<String> former = ann.page().select("li .code").eachText();
        ann.get("/settings/security/two-factor").submit("Make new recovery codes");

        assertThat(ann.page().select("li .code").eachText()).hasSize(10).doesNotContainAnyElementsOf(former);
    }

    @Test
    void changesOnAnotherPageCauseNoError() {
        String csrf = ann.get("/settings/security/two-factor")
                .page()
                .expectFirst("[name=_csrf]")
                .val();
        for (String action : List.of("recovery-codes", "disable", "confirm")) {
            ann.post("/settings/security/two-factor/" + action, Map.of("_csrf", csrf, "code", "123456"))
                    .follow();
            assertThat(ann.path()).isEqualTo("/settings/security/two-factor");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-factor/enrol", "two-factor/disable", "app-passwords", "app-passwords/1/remove"})
    void changingCredentialsRequiresARecentPassword(String path) {
        String csrf = ann.get("/settings/security/sessions")
                .page()
                .expectFirst("[name=_csrf]")
                .val();
        clock.pass(Duration.ofMinutes(6));
        ann.post("/settings/security/" + path, Map.of("_csrf", csrf));
        assertThat(ann.page().select("#_password")).hasSize(1);

        ann.post("/settings/security/" + path, Map.of("_csrf", csrf, "name", "x", "permission", "all"));
        assertThat(ann.page().select("#_password")).hasSize(1);
        assertThat(appPasswords()).isEmpty();
    }

    @Test
    void anAppPasswordIsShownOnceAndRemoved() {
        ann.get("/settings/security/app-passwords").submit("Create", "name", "Kodi <1>", "permission", "scrobble");
        String text = ann.page().expectFirst("#password").text();
        ann.isWellFormed();
        assertThat(text).matches("[a-z2-7]{26}");
        assertThat(ann.path()).doesNotContain(text);
        assertThat(appPasswords()).extracting(AppPassword::permission).containsExactly(AppPasswordPermission.SCROBBLE);

        ann.get("/settings/security/app-passwords").isWellFormed();
        assertThat(ann.text())
                .contains("Kodi <1>", "only report what I watch", "Never used.")
                .doesNotContain(text);
        ann.submit("Remove Kodi <1>");
        assertThat(ann.text()).contains("The app password was removed.");
        assertThat(appPasswords()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"name, '', This field is required.", "permission, everything, Choose one of the options."})
    void anIncompleteAppPasswordIsExplained(String field, String value, String error) {
        ann.get("/settings/security/app-passwords").submit("Create", "name", "Kodi", field, value);

        assertThat(ann.status()).isEqualTo(422);
        assertThat(ann.errorOf(field)).isEqualTo(error);
        assertThat(appPasswords()).isEmpty();
    }

    @Test
    void nameAndNumberOfAppPasswordsAreLimited() {
        ann.get("/settings/security/app-passwords").submit("Create", "name", "x".repeat(101));
        assertThat(ann.errorOf("name")).isEqualTo("At most 100 characters.");

        for (int i = 0; i < 21; i++) {
            ann.get("/settings/security/app-passwords").submit("Create", "name", "player " + i);
        }
        assertThat(ann.errorOf("name")).startsWith("You have 20 app passwords");
    }

    @Test
    void itemsOfOtherUsersCannotBeRemoved() {
        long foreign = server.features()
                .accounts()
                .appPasswords()
                .add(server.features().accounts().get("bob"), "mine", AppPasswordPermission.ALL, Actor.OPERATOR)
                .appPassword()
                .id();
        String csrf =
                ann.get("/settings/security").page().expectFirst("[name=_csrf]").val();
        for (String path : List.of(
                "app-passwords/" + foreign + "/remove",
                "app-passwords/999999/remove",
                "app-passwords/x/remove",
                "app-passwords/-1/remove",
                "sessions/999999/end",
                "sessions/x/end")) {
            assertThat(ann.post("/settings/security/" + path, Map.of("_csrf", csrf))
                            .status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void theSignInPasswordCanBeExcludedFromPlayers() {
        String csrf = ann.get("/settings/security/app-passwords")
                .page()
                .expectFirst("[name=_csrf]")
                .val();
        assertThat(ann.page().expectFirst("#sign_in_password").hasAttr("checked"))
                .isTrue();
        ann.post("/settings/security/app-passwords/sign-in-password", Map.of("_csrf", csrf))
                .follow();
        assertThat(server.features()
                        .accounts()
                        .settings()
                        .isPasswordOnV1(account().id()))
                .isFalse();

        ann.post("/settings/security/app-passwords/sign-in-password", Map.of("_csrf", csrf, "sign_in_password", "on"));
        assertThat(server.features()
                        .accounts()
                        .settings()
                        .isPasswordOnV1(account().id()))
                .isTrue();
    }

    @Test
    void sessionsAreListedAndEnded() {
        try (PageClient first = signIn(new PageClient(server.port()), "ann", PASSWORD);
                PageClient second = signIn(new PageClient(server.port()), "ann", PASSWORD)) {
            ann.get("/settings/security/sessions").isWellFormed();
            assertThat(ann.page().select("main li.row")).hasSize(3);
            assertThat(ann.text()).contains("This browser", "127.0.0.1");

            ann.submit("End Unknown browser");
            assertThat(ann.text()).contains("The session has ended.");
            assertThat(ann.page().select("main li.row")).hasSize(2);

            ann.submit("End all other sessions");
            assertThat(ann.page().select("main li.row")).hasSize(1);
            assertThat(first.get("/settings").path()).startsWith("/signin");
            assertThat(second.get("/settings").path()).startsWith("/signin");
        }
    }

    @Test
    void endingTheCurrentSessionSignsOut() {
        ann.get("/settings/security/sessions").submit("Sign out Unknown browser");

        assertThat(ann.path()).isEqualTo("/signin?notice=signed_out");
        assertThat(ann.get("/settings").path()).startsWith("/signin?next=");
    }

    @Test
    void theLogShowsOwnEntriesAsText() {
        try (PageClient bob = signIn(new PageClient(server.port()), "bob", PASSWORD)) {
            bob.get("/settings/security/app-passwords").submit("Create", "name", "secret of bob");
        }
        ann.get("/settings/security/app-passwords").submit("Create", "name", "television");
        ann.get("/settings/security/log").isWellFormed();

        assertThat(ann.text())
                .contains("App password created", "television", "Session started", "Account created", "127.0.0.1")
                .doesNotContain("secret of bob");
    }
}
