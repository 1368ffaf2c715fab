package dev.spoolmark.web.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.Registration;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.serversettings.ServerSettingValues;
import dev.spoolmark.web.PageAccounts;
import dev.spoolmark.web.PageClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetupPagesTest {

    private static final String PASSWORD = "correct horse battery";
    private static final String SUBMIT = "Create the administrator";

    private final MutableClock clock = new MutableClock();
    private final TestServer server = TestServer.start(clock, "SPOOLMARK_TIME_ZONE=");
    private final PageClient visitor = new PageClient(server.port());

    @AfterEach
    void close() {
        visitor.close();
        server.close();
    }

    private String code() {
        return server.features().links().setup().start().orElseThrow().reveal();
    }

    private PageClient open() {
        return visitor.get("/setup?code=" + code());
    }

    private PageClient submit(String... namesAndValues) {
        visitor.submit(SUBMIT, namesAndValues);
        return visitor;
    }

    private PageClient complete() {
        return submit("name", "ann", "password", PASSWORD, "time_zone", "Europe/Berlin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void thePagesAreWellFormed(String language) {
        visitor.in(language);

        open().isWellFormed();
        visitor.get("/setup?code=wrong").isWellFormed();
        visitor.get("/").isWellFormed();
    }

    @Test
    void theFirstPageOfAServerWithoutAccountsExplainsTheSetup() {
        visitor.get("/");

        assertThat(visitor.path()).isEqualTo("/setup");
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.text()).contains("printed the address of its set-up page", "/setup?code=...");
    }

    @Test
    void theFirstAdministratorIsCreatedAndSignedIn() {
        open();
        submit(
                "name",
                "ann",
                "email",
                "ann@example.org",
                "password",
                PASSWORD,
                "server_name",
                "Living room",
                "registration",
                "invite",
                "time_zone",
                "Europe/Berlin",
                "public_url",
                "https://tv.example.org");

        assertThat(visitor.path()).isEqualTo("/welcome");
        assertThat(visitor.text()).contains("Welcome, ann", "Connect a player", "Import", "Invite others");
        Account ann = server.features().accounts().get("ann");
        assertThat(ann.admin()).isTrue();
        assertThat(ann.email()).isEqualTo("ann@example.org");
        assertThat(ann.preferences().timeZone()).hasToString("Europe/Berlin");
        ServerSettingValues settings = server.features().serverSettings().current();
        assertThat(settings.serverName()).isEqualTo("Living room");
        assertThat(settings.registration()).isEqualTo(Registration.INVITE);
        assertThat(settings.accountDefaults().defaultTimeZone()).hasToString("Europe/Berlin");
        assertThat(settings.publicUrl()).hasToString("Optional[https://tv.example.org]");
    }

    @Test
    void theNameOfTheServerIsInTheHeaderOfAllPages() {
        open();
        submit("name", "ann", "password", PASSWORD, "time_zone", "UTC", "server_name", "Living room");

        for (String path : new String[] {"/", "/about", "/register"}) {
            visitor.get(path);
            assertThat(visitor.page().select(".brand").text()).isEqualTo("Living room");
            assertThat(visitor.page().title()).endsWith("· Living room");
        }
    }

    @Test
    void theAdministratorCanSignInAgain() {
        open();
        complete();
        try (PageClient other = new PageClient(server.port())) {
            other.get("/signin").submit("Sign in", "name", "ann", "password", PASSWORD);
            assertThat(other.path()).isEqualTo("/");
        }
    }

    @Test
    void aCodeWorksOnce() {
        String code = code();
        visitor.get("/setup?code=" + code);
        complete();
        try (PageClient other = new PageClient(server.port())) {
            other.get("/setup?code=" + code);
            assertThat(other.path()).isEqualTo("/signin?notice=set_up");
            other.post(
                    "/setup",
                    Map.of("code", code, "name", "bob", "password", PASSWORD, "server_name", "x", "time_zone", "UTC"));
            assertThat(other.header("Location")).contains("/signin?notice=set_up");
        }
        assertThat(server.features().accounts().find("bob")).isEmpty();
    }

    @Test
    void aCodeExpiresAfter60Minutes() {
        open();
        clock.pass(Duration.ofMinutes(60));
        complete();

        assertThat(visitor.status()).isEqualTo(404);
        assertThat(visitor.text()).contains("This address does not work", "older than 60 minutes");
        assertThat(server.features().accounts().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void withoutACodeNothingIsCreated(String code) {
        visitor.post(
                "/setup",
                Map.of(
                        "code",
                        code,
                        "name",
                        "ann",
                        "password",
                        PASSWORD,
                        "server_name",
                        "x",
                        "registration",
                        "closed",
                        "time_zone",
                        "UTC"));

        assertThat(visitor.status()).isEqualTo(code.isEmpty() ? 200 : 404);
        assertThat(server.features().accounts().isEmpty()).isTrue();
    }

    @Test
    void missingValuesAreExplainedBesideTheirFields() {
        visitor.post("/setup", Map.of("code", code()));

        assertThat(visitor.status()).isEqualTo(422);
        for (String field : new String[] {"name", "password", "server_name"}) {
            assertThat(visitor.errorOf(field)).isEqualTo("This field is required.");
        }
        for (String field : new String[] {"registration", "time_zone"}) {
            assertThat(visitor.errorOf(field)).isEqualTo("Choose one of the options.");
        }
        assertThat(server.features().accounts().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | a b | This name cannot be used.",
                "name | me | This name cannot be used.",
                "email | nobody | This is not an e-mail address.",
                "password | short | At least 8 characters",
                "password | password1 | too easy to guess",
                "server_name | 1234567890123456789012345678901234567890123456789012345678901 | At most 60 characters",
                "registration | everybody | Choose one of the options.",
                "time_zone | Europe/Atlantis | Choose one of the options.",
                "public_url | tv.example.org | An address begins with"
            })
    void anUnsuitableValueIsExplainedAndTheOthersAreKept(String field, String value, String error) {
        open();
        Map<String, String> form = new java.util.HashMap<>(
                Map.of("name", "ann", "email", "ann@example.org", "password", PASSWORD, "time_zone", "Europe/Berlin"));
        form.put(field, value);
        submit(form.entrySet().stream()
                .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new));

        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.errorOf(field)).contains(error);
        form.remove("password");
        form.remove("registration");
        form.remove("time_zone");
        form.forEach((name, typed) ->
                assertThat(visitor.page().expectFirst("#" + name).val()).isEqualTo(typed));
        assertThat(visitor.page().expectFirst("#password").val()).isEmpty();
        assertThat(server.features().accounts().isEmpty()).isTrue();
    }

    @Test
    void aSettingOfTheOperatorIsShownAndNotEditable() {
        try (TestServer fixed = TestServer.start(clock, "SPOOLMARK_REGISTRATION=open");
                PageClient browser = new PageClient(fixed.port())) {
            String code = fixed.features().links().setup().start().orElseThrow().reveal();
            browser.get("/setup?code=" + code).isWellFormed();
            assertThat(browser.page().select("#registration, #time_zone")).isEmpty();
            assertThat(browser.text()).contains("America/Los_Angeles", "SPOOLMARK_REGISTRATION");

            browser.submit(SUBMIT, "name", "ann", "password", PASSWORD);

            assertThat(browser.path()).isEqualTo("/welcome");
        }
    }

    @Test
    void aServerWithAccountsHasNoSetupPage() {
        PageAccounts.create(server, "bob", null, PASSWORD);

        visitor.get("/setup");

        assertThat(visitor.path()).isEqualTo("/signin?notice=set_up");
        assertThat(visitor.text()).contains("This server is set up. Sign in.");
    }
}
