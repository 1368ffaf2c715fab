package dev.spoolmark.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.social.Follows;
import dev.spoolmark.web.PageAccounts;
import dev.spoolmark.web.PageClient;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Export and deletion of the account.
class AccountDataPagesTest {

    private static final String PASSWORD = SettingsPagesTest.PASSWORD;

    private final MutableClock clock = new MutableClock();
    private final TestServer server = TestServer.start(clock);
    private final PageClient ann = new PageClient(server.port());

    @BeforeEach
    void signIn() {
        PageAccounts.create(server, "ann", "ann@example.org", PASSWORD);
        ann.get("/signin").submit("Sign in", "name", "ann", "password", PASSWORD);
    }

    @AfterEach
    void close() {
        ann.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/settings/data", "/settings/data/delete"})
    void thePagesAreWellFormedInEachLanguage(String path) {
        for (String language : new String[] {"en", "de"}) {
            ann.in(language).get(path).isWellFormed();
            assertThat(ann.status()).isEqualTo(200);
        }
    }

    @Test
    void theExportIsAZipFileThatNoPageCanUse() {
        ann.get("/settings/data").submit("Download the export");

        assertThat(ann.status()).isEqualTo(200);
        assertThat(ann.header("Content-Type")).contains("application/zip");
        assertThat(ann.header("Content-Disposition")).contains("attachment; filename=\"spoolmark-export-ann.zip\"");
        assertThat(ann.header("Content-Security-Policy")).contains("sandbox; default-src 'none'");
        assertThat(ann.header("Cache-Control")).contains("no-store");
        assertThat(ann.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(ann.header("Content-Length")).isPresent();
        assertThat(ann.text()).startsWith("PK");
        assertThat(ann.get("/settings/security/log").text()).contains("Data exported");
    }

    @Test
    void aThirdExportWithinTheHourIsRejectedWithTheTimeToWait() {
        for (int n = 0; n < 2; n++) {
            ann.get("/settings/data").submit("Download the export");
            assertThat(ann.status()).isEqualTo(200);
        }

        ann.get("/settings/data").submit("Download the export");

        assertThat(ann.status()).isEqualTo(429);
        assertThat(ann.isWellFormed().text()).contains("Try again in 30 minutes.");
        assertThat(ann.header("Retry-After")).contains("1800");
    }

    @Test
    void exportingRequiresARecentPassword() {
        ann.get("/settings/data");
        clock.pass(Duration.ofMinutes(6));
        ann.submit("Download the export");
        assertThat(ann.page().select("#_password")).hasSize(1);
        assertThat(ann.header("Content-Type").orElse("")).startsWith("text/html");

        ann.submit("Continue", "_password", PASSWORD);
        assertThat(ann.path()).isEqualTo("/settings/data");
        ann.submit("Download the export");

        assertThat(ann.header("Content-Type")).contains("application/zip");
    }

    @Test
    void aFormOfAnotherPageExportsNothing() {
        ann.post("/settings/data/export", Map.of());

        assertThat(ann.status()).isEqualTo(403);
    }

    @Test
    void theExportNeedsASession() {
        try (PageClient stranger = new PageClient(server.port())) {
            stranger.post("/settings/data/export", Map.of());

            assertThat(stranger.status()).isNotEqualTo(200);
            assertThat(stranger.header("Content-Disposition")).isEmpty();
        }
    }

    @Test
    void aDeletedAccountIsInvisibleAtOnce() {
        ann.get("/settings/data/delete").submit("Delete the account for ever", "user_name", "ann");

        assertThat(ann.path()).isEqualTo("/signin?notice=account_deleted");
        assertThat(ann.get("/settings").path()).startsWith("/signin?next=");
        assertThat(server.features().accounts().find("ann")).isEmpty();
        ann.get("/signin").submit("Sign in", "name", "ann", "password", PASSWORD);
        assertThat(ann.status()).isEqualTo(422);
    }

    @Test
    void thePreviewCountsTheData() {
        Account bob = PageAccounts.create(server, "bob", null, PASSWORD);
        Follows follows = server.features().follows();
        follows.follow(server.features().accounts().get("ann"), bob);
        assertThat(ann.get("/settings/data/delete").text())
                .contains("1 follower or followed user")
                .doesNotContain(" plays");

        follows.follow(bob, server.features().accounts().get("ann"));
        assertThat(ann.get("/settings/data/delete").text()).contains("2 followers and followed users");
    }

    @ParameterizedTest
    @CsvSource({
        "'', This field is required.",
        "Ann, This is not your user name.",
        "a-name-that-is-much-too-long, At most 20 characters."
    })
    void theUserNameConfirmsTheDeletion(String typed, String error) {
        ann.get("/settings/data/delete").submit("Delete the account for ever", "user_name", typed);

        assertThat(ann.status()).isEqualTo(422);
        assertThat(ann.errorOf("user_name")).isEqualTo(error);
        assertThat(server.features().accounts().find("ann")).isPresent();
    }

    @Test
    void theLastAdministratorCannotBeDeleted() {
        Account root = PageAccounts.createAdministrator(server, "root", PASSWORD);
        try (PageClient administrator = new PageClient(server.port())) {
            administrator.get("/signin").submit("Sign in", "name", "root", "password", PASSWORD);
            administrator.get("/settings/data/delete").submit("Delete the account for ever", "user_name", "root");

            assertThat(administrator.errorOf("user_name")).startsWith("You are the last administrator.");
            assertThat(server.features().accounts().find(root.id())).isPresent();
        }
    }

    @Test
    void deletingRequiresARecentPassword() {
        clock.pass(Duration.ofMinutes(6));
        ann.get("/settings/data/delete");

        assertThat(ann.path()).startsWith("/confirm?next=%2Fsettings%2Fdata%2Fdelete");
    }
}
