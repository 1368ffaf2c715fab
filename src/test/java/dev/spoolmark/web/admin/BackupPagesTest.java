package dev.spoolmark.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.account.audit.AuditFilter;
import dev.spoolmark.web.PageClient;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BackupPagesTest {

    private final AdminFixture fixture = new AdminFixture();
    private final PageClient browser = fixture.browser;

    @AfterEach
    void close() {
        fixture.close();
    }

    /// Reloads the page, as a user would, until the backup is complete.
    private String made() {
        browser.get("/admin/backup").submit("Make a backup now");
        assertThat(browser.text()).contains("The backup was started.");
        while (browser.get("/admin/backup").text().contains("is being written")) {
            Thread.onSpinWait();
        }
        assertThat(browser.text()).contains("is complete and checked.");
        return browser.page().expectFirst("a[href^=/admin/backup/spoolmark-]").attr("href");
    }

    private long logged(AuditAction action) {
        return fixture.server
                .features()
                .accounts()
                .audit()
                .page(new AuditFilter(action, fixture.admin.id().value()), Optional.empty(), 10)
                .entries()
                .size();
    }

    @Test
    void aBackupIsMadeAndDownloaded() {
        String address = made();
        browser.getOnce(address);

        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.header("Content-Type")).contains("application/octet-stream");
        assertThat(browser.header("Content-Disposition").orElse(""))
                .matches("attachment; filename=\"spoolmark-[0-9TZ]+\\.backup\"");
        assertThat(browser.header("Content-Length").map(Long::valueOf).orElse(0L))
                .isGreaterThan(100_000);
        assertThat(browser.page().wholeText()).startsWith("SQLite format 3").contains("Spoolmark backup 1");
        assertThat(logged(AuditAction.BACKUP_CREATED)).isOne();
        assertThat(logged(AuditAction.BACKUP_DOWNLOADED)).isOne();
        assertThat(browser.get("/admin").text()).contains("Nothing at the moment.");
    }

    @Test
    void theScheduleIsChanged() {
        browser.get("/admin/backup").isWellFormed().submit("Save", "backup_time", "25:00", "backup_keep", "0");
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.errorOf("backup_time")).contains("00:00 to 23:59");
        assertThat(browser.errorOf("backup_keep")).contains("1 to 1,000");
        browser.submit("Save", "backup_time", "03:15", "backup_keep", "7");

        assertThat(browser.text()).contains("The schedule was saved.");
        assertThat(browser.page().expectFirst("#backup_time").val()).isEqualTo("03:15");
        assertThat(fixture.server
                        .features()
                        .serverSettings()
                        .current()
                        .backups()
                        .keep())
                .isEqualTo(7);
        assertThat(logged(AuditAction.CONFIGURATION_CHANGED)).isEqualTo(2);
    }

    @Test
    void theNewestBackupIsFirst() {
        made();
        fixture.clock.pass(Duration.ofMinutes(1));
        made();

        assertThat(browser.page().select("a[href^=/admin/backup/spoolmark-]").eachAttr("href"))
                .hasSize(2)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void aDownloadRequiresARecentPassword() {
        String address = made();
        fixture.clock.pass(Duration.ofMinutes(6));

        browser.getOnce(address);
        assertThat(browser.status()).isEqualTo(303);
        assertThat(browser.header("Location").orElse("")).startsWith("/confirm?next=%2Fadmin%2Fbackup%2Fspoolmark-");
    }

    @Test
    void aBackupIsDeleted() {
        String name = made().substring("/admin/backup/".length());
        browser.submit("Delete " + name);

        assertThat(browser.text()).contains("The backup was deleted.").contains("There is none.");
        assertThat(fixture.post("/admin/backup/" + name + "/delete").status()).isEqualTo(404);
        assertThat(logged(AuditAction.BACKUP_DELETED)).isOne();
    }

    @Test
    void otherFilesAreNotFound() {
        for (String name :
                new String[] {"spoolmark.db", "..%2Fspoolmark.db", "spoolmark-20260101T000000Z.backup", "%2e%2e", "x"
                }) {
            assertThat(browser.get("/admin/backup/" + name).status()).as(name).isBetween(400, 404);
            assertThat(fixture.post("/admin/backup/" + name + "/delete").status())
                    .as(name)
                    .isBetween(400, 404);
        }
    }
}
