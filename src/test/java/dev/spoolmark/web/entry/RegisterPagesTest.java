package dev.spoolmark.web.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.link.InviteTerms;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.web.PageAccounts;
import dev.spoolmark.web.PageClient;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterPagesTest {

    private static final String PASSWORD = "correct horse battery";
    private static final String SUBMIT = "Create the account";

    private final MutableClock clock = new MutableClock();
    private @Nullable TestServer started;
    private @Nullable PageClient browser;

    @BeforeEach
    void isClosed() {
        start("closed");
    }

    @AfterEach
    void close() {
        if (browser != null && started != null) {
            browser.close();
            started.close();
        }
    }

    private TestServer server() {
        return java.util.Objects.requireNonNull(started);
    }

    private PageClient visitor() {
        return java.util.Objects.requireNonNull(browser);
    }

    private void start(String registration) {
        close();
        TestServer server = TestServer.start(clock, "SPOOLMARK_REGISTRATION=" + registration);
        PageAccounts.createAdministrator(server, "admin", PASSWORD);
        started = server;
        browser = new PageClient(server.port());
    }

    private String invite() {
        Account admin = server().features().accounts().get("admin");
        return server().features()
                .links()
                .invites()
                .create(admin, InviteTerms.once("for ann"), Actor.OPERATOR)
                .code()
                .reveal();
    }

    private boolean exists(String name) {
        return server().features().accounts().find(name).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"open, en", "open, de", "invite, en", "invite, de", "closed, en", "closed, de"})
    void thePageIsWellFormed(String registration, String language) {
        start(registration);

        visitor().in(language).get("/register").isWellFormed();
        visitor().get("/register?invite=" + invite()).isWellFormed();
        assertThat(visitor().status()).isEqualTo(registration.equals("closed") ? 404 : 200);
    }

    @Test
    void onAnOpenServerVisitorsRegisterAndAreSignedIn() {
        start("open");
        visitor().get("/signin");
        assertThat(visitor().page().select("main a[href=/register]").text()).isEqualTo("Create an account");

        visitor().get("/register").submit(SUBMIT, "name", "ann", "email", "ann@example.org", "password", PASSWORD);

        assertThat(visitor().path()).isEqualTo("/welcome");
        assertThat(visitor().text()).contains("Welcome, ann", "Your profile is public");
        assertThat(visitor().text()).doesNotContain("Invite others");
        Account ann = server().features().accounts().get("ann");
        assertThat(ann.admin()).isFalse();
        assertThat(ann.email()).isEqualTo("ann@example.org");
    }

    @Test
    void aProtectedAccountIsAnnouncedAsSuch() {
        start("open");
        try (TestServer careful =
                        TestServer.start(clock, "SPOOLMARK_REGISTRATION=open", "SPOOLMARK_DEFAULT_PRIVACY=protected");
                PageClient visitor = new PageClient(careful.port())) {
            visitor.get("/register").submit(SUBMIT, "name", "ann", "password", PASSWORD);
            assertThat(visitor.text()).contains("Your profile is protected");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"closed", "invite"})
    void registrationRequiresAnInvitationUnlessOpen(String registration) {
        start(registration);
        visitor().get("/signin");
        assertThat(visitor().page().select("a[href=/register]")).isEmpty();
        visitor().post("/register", Map.of("name", "ann", "password", PASSWORD));

        assertThat(visitor().text()).containsAnyOf("No new accounts", "By invitation only");
        assertThat(exists("ann")).isFalse();
    }

    @Test
    void anInvitationCreatesOneAccount() {
        start("invite");
        String invite = invite();
        visitor().get("/register?invite=" + invite);
        assertThat(visitor().text()).contains("You are invited to Spoolmark.");
        visitor().submit(SUBMIT, "name", "me", "password", PASSWORD);
        assertThat(visitor().errorOf("name")).contains("This name cannot be used.");

        visitor().submit(SUBMIT, "name", "ann", "password", PASSWORD);
        assertThat(visitor().path()).isEqualTo("/welcome");

        visitor().submit("Sign out");
        visitor().post("/register", Map.of("invite", invite, "name", "bob", "password", PASSWORD));
        assertThat(visitor().status()).isEqualTo(404);
        assertThat(visitor().text()).contains("This invitation does not work");
        assertThat(exists("bob")).isFalse();
    }

    @Test
    void anInvitationExpires() {
        start("invite");
        String invite = invite();
        clock.pass(Duration.ofDays(7));

        visitor().get("/register?invite=" + invite);

        assertThat(visitor().status()).isEqualTo(404);
    }

    @Test
    void signedInUsersCannotRegisterAnotherAccount() {
        start("open");
        visitor().get("/register").submit(SUBMIT, "name", "ann", "password", PASSWORD);

        visitor().get("/register").isWellFormed();

        assertThat(visitor().text()).contains("You have an account");
    }

    @Test
    void missingValuesAreExplainedBesideTheirFields() {
        start("open");
        visitor().post("/register", Map.of());

        assertThat(visitor().status()).isEqualTo(422);
        assertThat(visitor().errorOf("name")).isEqualTo("This field is required.");
        assertThat(visitor().errorOf("password")).isEqualTo("This field is required.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | ab | This name cannot be used.",
                "name | ann b | This name cannot be used.",
                "name | ABCDEFGHIJKLMNOPQRSTU | At most 20 characters.",
                "name | Admin | Somebody else has this name.",
                "email | nobody | This is not an e-mail address.",
                "email | ADMIN@example.org | Another account has this address.",
                "password | 1234567 | At least 8 characters",
                "password | password | too easy to guess"
            })
    void anUnsuitableValueIsExplainedAndTheOthersAreKept(String field, String value, String error) {
        start("open");
        PageAccounts.create(server(), "other", "admin@example.org", PASSWORD);
        Map<String, String> form =
                new java.util.HashMap<>(Map.of("name", "ann", "email", "ann@example.org", "password", PASSWORD));
        form.put(field, value);
        visitor().post("/register", form);

        assertThat(visitor().status()).isEqualTo(422);
        assertThat(visitor().errorOf(field)).contains(error);
        assertThat(visitor().page().expectFirst("#name").val()).isEqualTo(form.get("name"));
        assertThat(visitor().page().expectFirst("#email").val()).isEqualTo(form.get("email"));
        assertThat(visitor().page().expectFirst("#password").val()).isEmpty();
        assertThat(exists("ann")).isFalse();
    }

    @Test
    void allErrorsAreShownAtOnce() {
        start("open");
        visitor().get("/register").submit(SUBMIT, "name", "admin", "email", "nowhere", "password", "password");

        assertThat(visitor().status()).isEqualTo(422);
        assertThat(visitor().errorOf("name")).contains("Somebody else has this name");
        assertThat(visitor().errorOf("email")).isNotBlank();
        assertThat(visitor().errorOf("password")).contains("too easy to guess");

        visitor().submit(SUBMIT, "name", "a b", "email", "nowhere", "password", "");
        assertThat(visitor().errorOf("name")).isNotBlank();
        assertThat(visitor().errorOf("email")).isNotBlank();
        assertThat(visitor().errorOf("password")).isEqualTo("This field is required.");
    }

    @Test
    void aFormCannotCreateAnAdministrator() {
        start("open");
        visitor()
                .post(
                        "/register",
                        Map.of("name", "ann", "password", PASSWORD, "admin", "true", "isAdministrator", "on"));

        assertThat(server().features().accounts().get("ann").admin()).isFalse();
    }

    @Test
    void aNetworkRegistersThreeAccountsPerHour() {
        start("open");
        for (String name : new String[] {"ann", "bob", "cleo", "dora"}) {
            try (PageClient other = new PageClient(server().port())) {
                other.post("/register", Map.of("name", name, "password", PASSWORD));
                assertThat(other.status()).isEqualTo(name.equals("dora") ? 429 : 303);
                if (name.equals("dora")) {
                    assertThat(other.text()).contains("Too many accounts were created. Try again in 60 minutes.");
                    assertThat(other.page().expectFirst("#name").val()).isEqualTo("dora");
                    assertThat(other.header("Retry-After")).contains("3600");
                }
            }
        }
        assertThat(exists("dora")).isFalse();
    }

    @Test
    void anInvitationIsNotLimited() {
        start("open");
        for (String name : new String[] {"ann", "bob", "cleo"}) {
            try (PageClient other = new PageClient(server().port())) {
                other.post("/register", Map.of("name", name, "password", PASSWORD));
            }
        }
        visitor().get("/register?invite=" + invite()).submit(SUBMIT, "name", "dora", "password", PASSWORD);

        assertThat(visitor().path()).isEqualTo("/welcome");
    }
}
