package dev.spoolmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.audit.Audit;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.account.audit.AuditFilter;
import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.config.RawSettings;
import dev.spoolmark.app.config.StoredSettings;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.DatabaseFactory;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.serversettings.ServerSettings;
import dev.spoolmark.web.admin.Backups;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduledBackupsTest {

    private final MutableClock clock = new MutableClock();
    private final Path data = TestDatabases.folder();
    private final Path file = data.resolve("spoolmark.db");
    private final Database database = DatabaseFactory.sqlite(file);
    private BackupDirectory backups = new BackupDirectory(data, file, database, clock);

    @AfterEach
    void close() {
        database.close();
    }

    private ScheduledBackups scheduled(String time, int keep) {
        RawSettings settings = Configuration.read(
                data,
                Map.of(
                        "SPOOLMARK_BACKUP_TIME",
                        time,
                        "SPOOLMARK_BACKUP_KEEP",
                        Integer.toString(keep),
                        "SPOOLMARK_TIME_ZONE",
                        "Europe/Berlin"),
                RawSettings.empty());
        return new ScheduledBackups(backups, new ServerSettings(database, clock, new StoredSettings(settings)), clock);
    }

    private List<String> names() {
        return backups.list().stream().map(Backups.BackupFile::name).toList();
    }

    private long logged(AuditAction action) {
        return new Audit(database, clock)
                .page(new AuditFilter(action, null), Optional.empty(), 100)
                .entries()
                .size();
    }

    @Test
    void aBackupIsMadeOnceADay() {
        ScheduledBackups scheduled = scheduled("03:15", 14); // it is 14:00 in Berlin
        scheduled.run();
        assertThat(names()).containsExactly("spoolmark-20130624T120000Z.backup");
        scheduled.run();
        clock.pass(Duration.ofHours(13).plusMinutes(14));
        scheduled.run();
        assertThat(names()).hasSize(1);
        clock.pass(Duration.ofMinutes(1));
        scheduled.run();
        scheduled.run();

        assertThat(names()).hasSize(2).first().isEqualTo("spoolmark-20130625T011500Z.backup");
        assertThat(logged(AuditAction.BACKUP_CREATED)).isEqualTo(2);
    }

    @Test
    void theOldestBackupsAreDeleted() {
        ScheduledBackups scheduled = scheduled("03:15", 2);
        for (int day = 0; day < 4; day++) {
            scheduled.run();
            clock.pass(Duration.ofDays(1));
        }

        assertThat(names()).containsExactly("spoolmark-20130627T120000Z.backup", "spoolmark-20130626T120000Z.backup");
        assertThat(logged(AuditAction.BACKUP_DELETED)).isEqualTo(2);
    }

    @Test
    void withoutATimeNoBackupIsMade() {
        scheduled("", 14).run();

        assertThat(names()).isEmpty();
    }

    @Test
    void aFailedBackupIsTriedAgainAfterAnHour() throws Exception {
        Path other = Files.writeString(data.resolve("other.db"), "not a database");
        backups = new BackupDirectory(data, other, database, clock);
        ScheduledBackups scheduled = scheduled("03:15", 14);
        scheduled.run();
        assertThat(backups.state()).isInstanceOf(Backups.Failed.class);
        Files.delete(other);
        DatabaseFactory.sqlite(other).close();
        clock.pass(Duration.ofMinutes(59));
        scheduled.run();
        assertThat(names()).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        scheduled.run();

        assertThat(names()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "03:15, 2026-11-30T02:15:00Z, 2026-11-30T02:15:00Z",
        "03:15, 2026-11-30T02:14:59Z, 2026-11-29T02:15:00Z",
        "00:00, 2026-11-30T22:59:00Z, 2026-11-29T23:00:00Z",
        "02:30, 2026-03-29T12:00:00Z, 2026-03-29T01:30:00Z",
        "02:30, 2026-10-25T12:00:00Z, 2026-10-25T00:30:00Z"
    })
    void theTimeIsThatOfTheTimeZone(String time, Instant now, Instant due) {
        assertThat(ScheduledBackups.lastDue(LocalTime.parse(time), ZoneId.of("Europe/Berlin"), now))
                .isEqualTo(due);
    }
}
