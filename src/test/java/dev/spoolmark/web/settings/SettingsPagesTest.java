package dev.spoolmark.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Audience;
import dev.spoolmark.account.Gender;
import dev.spoolmark.account.Language;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.RatingMode;
import dev.spoolmark.account.RatingScale;
import dev.spoolmark.account.Theme;
import dev.spoolmark.account.WeekStart;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.web.PageAccounts;
import dev.spoolmark.web.PageClient;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Account, e-mail address, privacy and display.
class SettingsPagesTest {

    static final String PASSWORD = "correct horse battery";

    private final MutableClock clock = new MutableClock();
    private final TestServer server = TestServer.start(clock);
    private final PageClient ann = new PageClient(server.port());

    @BeforeEach
    void signIn() {
        PageAccounts.create(server, "ann", "ann@example.org", PASSWORD);
        PageAccounts.create(server, "bob", "bob@example.org", PASSWORD);
        ann.get("/signin").submit("Sign in", "name", "ann", "password", PASSWORD);
    }

    @AfterEach
    void close() {
        ann.close();
        server.close();
    }

    private Account account() {
        return server.features().accounts().get("ann");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/settings",
                "/settings/account",
                "/settings/account/email",
                "/settings/privacy",
                "/settings/display",
                "/settings/security",
                "/settings/security/password",
                "/settings/security/two-factor",
                "/settings/security/app-passwords",
                "/settings/security/sessions",
                "/settings/security/log"
            })
    void everyPageIsWellFormedInEachLanguage(String path) {
        for (String language : new String[] {"en", "de"}) {
            ann.in(language).get(path).isWellFormed();
            assertThat(ann.status()).isEqualTo(200);
            assertThat(ann.page().select(".menu a[aria-current=page]")).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/settings", "/settings/account", "/settings/privacy", "/settings/security/app-passwords"})
    void aVisitorSignsInAndReturns(String path) {
        try (PageClient visitor = new PageClient(server.port())) {
            visitor.get(path);
            assertThat(visitor.path()).isEqualTo("/signin?next=" + path.replace("/", "%2F"));

            visitor.submit("Sign in", "name", "bob", "password", PASSWORD);
            assertThat(visitor.path()).startsWith(path);
        }
    }

    @Test
    void theFirstPageOfTheSettingsIsTheAccount() {
        ann.get("/settings");

        assertThat(ann.path()).isEqualTo("/settings/account");
        assertThat(ann.text()).contains("ann", "ann@example.org");
    }

    @Test
    void theAccountIsSaved() {
        ann.get("/settings/account")
                .submit(
                        "Save",
                        "full_name",
                        " Ann Example ",
                        "about",
                        "I like\r\ntrains.",
                        "location",
                        "Here",
                        "gender",
                        "female",
                        "age",
                        "41",
                        "time_zone",
                        "Europe/Berlin",
                        "language",
                        "de",
                        "clock",
                        "24",
                        "week_start",
                        "monday",
                        "rating_scale",
                        "five_halves");

        assertThat(ann.path()).isEqualTo("/settings/account?notice=settings_saved");
        assertThat(ann.text()).contains("Gespeichert.");
        assertThat(account().profile().fullName()).isEqualTo("Ann Example");
        assertThat(account().profile().about()).isEqualTo("I like\ntrains.");
        assertThat(account().profile().location()).isEqualTo("Here");
        assertThat(account().profile().gender()).isEqualTo(Gender.FEMALE);
        assertThat(account().profile().age()).isEqualTo(41);
        assertThat(account().preferences().timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(account().preferences().clock24Hours()).isTrue();
        assertThat(account().preferences().pages().language()).isEqualTo(Language.DE);
        assertThat(account().preferences().pages().weekStart()).isEqualTo(WeekStart.MONDAY);
        assertThat(account().preferences().pages().ratingScale()).isEqualTo(RatingScale.FIVE_HALVES);
    }

    @Test
    void savingUnchangedValuesChangesNothing() {
        Account before = account();
        ann.get("/settings/account").submit("Save");
        ann.get("/settings/privacy").submit("Save");
        ann.get("/settings/display").submit("Save");

        assertThat(account()).isEqualTo(before);
        assertThat(server.features().accounts().isSearchable(before.id())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "age, 151, A whole number from 0 to 150.",
        "age, -1, A whole number from 0 to 150.",
        "age, ٣, A whole number from 0 to 150.",
        "age, 12345, At most 3 characters.",
        "gender, other, Choose one of the options.",
        "time_zone, Mars/Olympus, Choose one of the options.",
        "time_zone, '', Choose one of the options.",
        "language, xx, Choose one of the options.",
        "clock, 13, Choose one of the options.",
        "week_start, tuesday, Choose one of the options.",
        "rating_scale, TEN, Choose one of the options."
    })
    void anInvalidValueIsExplainedAndNothingIsStored(String field, String value, String error) {
        Account before = account();
        ann.get("/settings/account").submit("Save", field, value, "full_name", "Kept Name");

        assertThat(ann.status()).isEqualTo(422);
        assertThat(ann.errorOf(field)).isEqualTo(error);
        assertThat(ann.page().expectFirst("#full_name").val()).isEqualTo("Kept Name");
        ann.isWellFormed();
        assertThat(account()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"full_name, 100", "location, 100", "about, 1000"})
    void aTextThatIsTooLongIsKeptAndExplained(String field, int longest) {
        ann.get("/settings/account").submit("Save", field, "é".repeat(longest + 1));
        assertThat(ann.errorOf(field)).isEqualTo("At most " + longest + " characters.");

        ann.submit("Save", field, "é".repeat(longest));
        assertThat(ann.path()).isEqualTo("/settings/account?notice=settings_saved");
    }

    @Test
    void missingRepeatedAndForeignFieldsAreExplained() {
        Account before = account();
        String csrf =
                ann.get("/settings/account").page().expectFirst("[name=_csrf]").val();
        ann.post("/settings/account", Map.of("_csrf", csrf, "admin", "on", "name", "root"));
        assertThat(ann.status()).isEqualTo(422);
        assertThat(ann.errorOf("time_zone")).isEqualTo("Choose one of the options.");

        ann.get("/settings/display").submit("Save", "admin", "on", "theme", "dark&theme=light");
        assertThat(ann.status()).isEqualTo(422);
        assertThat(account()).isEqualTo(before);
    }

    @Test
    void aStaleFormIsRejected() {
        String csrf =
                ann.get("/settings/display").page().expectFirst("[name=_csrf]").val();
        ann.post("/settings/display", Map.of("theme", "dark", "rating_mode", "simple"));
        assertThat(ann.status()).isEqualTo(403);

        ann.post("/settings/display", Map.of("_csrf", csrf + "x", "theme", "dark", "rating_mode", "simple"));
        assertThat(ann.status()).isEqualTo(403);
        assertThat(account().preferences().pages().theme()).isEqualTo(Theme.AUTOMATIC);
    }

    @Test
    void textIsEscaped() {
        ann.get("/settings/account").submit("Save", "full_name", "\"><script>x</script>", "about", "</textarea><b>");
        ann.get("/settings/account");

        assertThat(ann.page().expectFirst("#full_name").val()).isEqualTo("\"><script>x</script>");
        assertThat(ann.page().expectFirst("#about").wholeText()).isEqualTo("</textarea><b>");
    }

    @Test
    void theEMailAddressIsChangedAndRemoved() {
        ann.get("/settings/account/email").submit("Save", "email", "new@example.org");
        assertThat(ann.text()).contains("Saved.", "new@example.org");
        assertThat(account().email()).isEqualTo("new@example.org");

        ann.get("/settings/account/email").submit("Save", "email", "");
        assertThat(account().email()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "BOB@example.org, Another account has this e-mail address.",
        "no address, This is not an e-mail address."
    })
    void anUnusableEMailAddressIsExplained(String email, String error) {
        ann.get("/settings/account/email").submit("Save", "email", email);

        assertThat(ann.status()).isEqualTo(422);
        assertThat(ann.errorOf("email")).isEqualTo(error);
        assertThat(ann.page().expectFirst("#email").val()).isEqualTo(email);
        assertThat(account().email()).isEqualTo("ann@example.org");
    }

    @Test
    void theEMailAddressRequiresARecentPassword() {
        String csrf = ann.get("/settings/account/email")
                .page()
                .expectFirst("[name=_csrf]")
                .val();
        clock.pass(Duration.ofMinutes(6));
        ann.post("/settings/account/email", Map.of("_csrf", csrf, "email", "thief@example.org"));
        assertThat(ann.page().select("#_password")).hasSize(1);
        assertThat(account().email()).isEqualTo("ann@example.org");

        ann.get("/settings/account/email");
        assertThat(ann.path()).startsWith("/confirm");
        ann.submit("Continue", "_password", PASSWORD);
        assertThat(ann.path()).isEqualTo("/settings/account/email");
    }

    @Test
    void privacyIsSaved() {
        ann.get("/settings/privacy").submit("Save", "profile", "protected", "history", "friends", "ratings", "self");

        assertThat(ann.text()).contains("Saved.");
        assertThat(account().isProtected()).isTrue();
        assertThat(account().audiences().of(ProfileSection.HISTORY)).isEqualTo(Audience.FRIENDS);
        assertThat(account().audiences().of(ProfileSection.RATINGS)).isEqualTo(Audience.SELF);
        assertThat(account().audiences().of(ProfileSection.WATCHLIST)).isEqualTo(Audience.EVERYONE);
        assertThat(ann.page().select("#history option[selected]").val()).isEqualTo("friends");
    }

    @Test
    void aUserIsExcludedFromSearch() {
        Map<String, String> form = ann.get("/settings/privacy").page().select("form[action$=privacy] [name]").stream()
                .filter(field -> !field.attr("name").equals("searchable"))
                .collect(java.util.stream.Collectors.toMap(
                        field -> field.attr("name"),
                        field -> field.tagName().equals("select")
                                ? field.expectFirst("[selected]").val()
                                : field.val()));
        ann.post("/settings/privacy", form).follow();

        assertThat(server.features().accounts().isSearchable(account().id())).isFalse();
        assertThat(ann.page().expectFirst("#searchable").hasAttr("checked")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"profile, secret", "history, nobody", "activity, ''"})
    void anUnknownAudienceIsRejected(String field, String value) {
        Account before = account();
        ann.get("/settings/privacy").submit("Save", field, value);

        assertThat(ann.status()).isEqualTo(422);
        assertThat(ann.errorOf(field)).isEqualTo("Choose one of the options.");
        assertThat(account()).isEqualTo(before);
    }

    @Test
    void displayIsSaved() {
        ann.get("/settings/display")
                .submit("Save", "theme", "dark", "rating_mode", "advanced", "comment_spoilers", "on");

        assertThat(account().preferences().pages().theme()).isEqualTo(Theme.DARK);
        assertThat(account().preferences().ratingMode()).isEqualTo(RatingMode.ADVANCED);
        assertThat(account().preferences().commentSpoilers()).isTrue();
        assertThat(ann.page().expectFirst("html").attr("data-theme")).isEqualTo("dark");
    }
}
