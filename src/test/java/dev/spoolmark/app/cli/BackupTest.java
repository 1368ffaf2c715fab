package dev.spoolmark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.FastHasher;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.app.Features;
import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.config.RawSettings;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.DatabaseFactory;
import dev.spoolmark.db.TestDatabases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// `backup` and `restore`: a restore returns the data of the backup, and an incomplete backup is rejected before
/// anything is written.
class BackupTest {

    private static final String ADD = "INSERT INTO activity (user_id, area, changed_at) VALUES (?, 'movie.seen', ?)";

    private final Path data = TestDatabases.folder();
    private final Path elsewhere = TestDatabases.folder().resolve("elsewhere");
    private final Path backups = TestDatabases.folder();
    private final Path file = backups.resolve("monday.backup");

    private record CommandResult(int code, String out, String err) {}

    @BeforeEach
    void aStore() {
        try (Database database = DatabaseFactory.sqlite(store(data))) {
            for (int n = 0; n < 300; n++) {
                int user = n;
                database.write(tx -> tx.update(ADD, user, user));
            }
        }
    }

    @Test
    void aRestoreReturnsTheBackedUpData() throws IOException {
        assertThat(backup().code()).isZero();
        assertThat(restore().out()).startsWith("restored the backup of ");

        assertThat(rows(elsewhere)).isEqualTo(300);
        assertThat(run(elsewhere, "check").out()).isEqualTo("ok\n");
        assertThat(names(elsewhere)).containsExactly("spoolmark.db");
    }

    /// A user who is deleted after the backup.
    private void deletedAfterTheBackup() {
        try (Database database = DatabaseFactory.sqlite(store(data))) {
            Features features = Features.create(
                    database, Configuration.of(RawSettings.empty()), InstantSource.system(), FastHasher.hash());
            Account ann = features.accounts()
                    .create(new NewAccount(
                            "ann", null, Secret.sha1Of("tr4vel-by-Night-train"), false, CreationOrigin.OPERATOR))
                    .account();
            assertThat(ann.id().value()).isLessThan(300); // one of the rows is of this user
            features.metadataSources().close();
        }
        assertThat(backup().code()).isZero();
        assertThat(run(data, "user", "delete", "ann", "--yes").code()).isZero();
    }

    @Test
    void aUserWhoWasDeletedAfterTheBackupDoesNotComeBack() {
        deletedAfterTheBackup();

        CommandResult ending = run(
                elsewhere,
                "restore",
                file.toString(),
                "--deleted-accounts",
                data.resolve("deleted-accounts").toString());

        assertThat(ending.out()).contains("deleted again: 1");
        assertThat(ending.err()).isEmpty();
        assertThat(run(elsewhere, "user", "reset-link", "ann").err()).contains("no user is called 'ann'");
        assertThat(rows(elsewhere)).isEqualTo(299);
        assertThat(elsewhere.resolve("deleted-accounts")).hasSameTextualContentAs(data.resolve("deleted-accounts"));
    }

    @Test
    void theListIsFoundAboveTheDirectoryOfBackups() throws IOException {
        deletedAfterTheBackup();
        Path backups = Files.createDirectory(data.resolve("backups"));
        Path moved = Files.move(file, backups.resolve("monday.backup"));

        assertThat(run(elsewhere, "restore", moved.toString()).out()).contains("deleted again: 1");
    }

    @Test
    void withoutTheListTheRestoreWarns() {
        deletedAfterTheBackup();

        CommandResult ending = run(elsewhere, "restore", file.toString());

        assertThat(ending.code()).isZero();
        assertThat(ending.err()).contains("there is no file deleted-accounts");
        assertThat(run(elsewhere, "user", "reset-link", "ann").code()).isZero();
        assertThat(run(TestDatabases.folder(), "restore", file.toString(), "--deleted-accounts", "missing")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void anOpenDatabaseIsBackedUpConsistently() {
        try (Database running = DatabaseFactory.sqlite(store(data))) {
            running.write(tx -> tx.update(ADD, 1_000, 1));

            assertThat(backup().code()).isZero();
            running.write(tx -> tx.update(ADD, 1_001, 1));
        }
        restore();

        assertThat(rows(elsewhere)).isEqualTo(301);
    }

    @Test
    void aBackupIsASqliteFileReadableByTheOwnerOnly() throws IOException {
        assertThat(backup().err()).isEmpty();

        try (Database asItIs = DatabaseFactory.snapshot(file)) {
            assertThat(asItIs.integrityProblems()).isEmpty();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(names(backups)).containsExactly("monday.backup");
    }

    @Test
    void aBackupContainsNoSettings() throws IOException {
        Files.writeString(data.resolve("spoolmark.properties"), "database.password = canary-7c1f\n");

        assertThat(backup().err()).isEmpty();

        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain("canary-7c1f", data.toString());
    }

    @Test
    void anExistingFileIsNotOverwritten() throws IOException {
        Files.writeString(file, "last week");

        assertThat(backup().err()).contains("not overwritten").hasLineCount(1);
        assertThat(file).hasContent("last week");
    }

    @Test
    void restoreRejectsADirectoryThatIsNotEmpty() throws IOException {
        assertThat(backup().err()).isEmpty();
        Files.createDirectories(elsewhere);
        Files.writeString(elsewhere.resolve("spoolmark.properties"), "port = 0\n");
        assertThat(restore().code()).isZero();

        CommandResult again = restore();

        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("is not empty", "--data").hasLineCount(1);
        assertThat(rows(elsewhere)).isEqualTo(300);
    }

    @Test
    void aTruncatedBackupIsRejectedBeforeWriting() throws IOException {
        assertThat(backup().err()).isEmpty();
        byte[] content = Files.readAllBytes(file);

        Random random = new Random(1);
        for (int length : List.of(0, 1, 511, 512, 513, content.length - 1, 1 + random.nextInt(content.length - 1))) {
            Files.write(file, java.util.Arrays.copyOf(content, length));
            refused("cut to " + length);
        }
        Files.write(file, java.util.Arrays.copyOf(content, content.length + 1));
        refused("one byte longer");
    }

    @Test
    void aBackupWithOneFlippedBitIsRejected() throws IOException {
        assertThat(backup().err()).isEmpty();
        byte[] content = Files.readAllBytes(file);

        Random random = new Random(1);
        for (int round = 0; round < 60; round++) {
            int from = round % 2 == 0 ? content.length - 512 : 0;
            int at = from + random.nextInt(content.length - from);
            byte[] flipped = content.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            refused("a bit of byte " + at);
        }
    }

    @Test
    void aBackupOfANewerVersionIsRejected() throws IOException {
        assertThat(backup().err()).isEmpty();
        byte[] label = Files.readAllBytes(file);
        String end = new String(label, label.length - 512, 512, StandardCharsets.US_ASCII);
        String newer = end.replaceFirst("schema = \\d+", "schema = 99").substring(0, 511) + "\n";
        System.arraycopy(fitted(newer), 0, label, label.length - 512, 512);
        Files.write(file, label);

        assertThat(refused("newer")).contains("newer version of Spoolmark");
    }

    @Test
    void filesOfAnInterruptedRestoreAreReplaced() throws IOException {
        assertThat(backup().err()).isEmpty();
        Files.createDirectories(elsewhere);
        Files.writeString(elsewhere.resolve("spoolmark.db.restoring"), "half");
        Files.writeString(elsewhere.resolve("spoolmark.db.restoring-wal"), "half");

        assertThat(restore().code()).isZero();
        assertThat(rows(elsewhere)).isEqualTo(300);
    }

    @Test
    void aMissingDatabaseCannotBeBackedUp() throws IOException {
        CommandResult result = run(elsewhere, "backup", file.toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("no database in").hasLineCount(1);
        assertThat(Files.exists(elsewhere)).isFalse();
    }

    @Test
    void aDamagedDatabaseIsNotBackedUp() throws IOException {
        byte[] store = Files.readAllBytes(store(data));
        java.util.Arrays.fill(store, 5 * 4_096, 60 * 4_096, (byte) 0x55);
        Files.write(store(data), store);

        assertThat(backup().code()).isEqualTo(1);
        assertThat(names(backups)).isEmpty();
    }

    @Test
    void postgresqlUsersAreReferredToPgDump() {
        String database = "jdbc:postgresql://db.example.org/spoolmark";

        assertThat(run(data, "backup", file.toString(), "--database", database).err())
                .contains("pg_dump");
        assertThat(run(data, "restore", file.toString(), "--database", database).err())
                .contains("pg_restore");
    }

    /// A label has 512 bytes for every text.
    private static byte[] fitted(String label) {
        StringBuilder text = new StringBuilder(label.stripTrailing()).append('\n');
        while (text.length() < 511) {
            text.append(' ');
        }
        return text.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
    }

    private String refused(String what) throws IOException {
        CommandResult result = restore();

        assertThat(result.code()).as(what).isEqualTo(1);
        assertThat(result.err()).as(what).contains("was not restored").hasLineCount(1);
        assertThat(names(elsewhere)).as(what).isEmpty();
        return result.err();
    }

    private CommandResult backup() {
        return run(data, "backup", file.toString());
    }

    private CommandResult restore() {
        return run(elsewhere, "restore", file.toString());
    }

    private static Path store(Path folder) {
        return folder.resolve("spoolmark.db");
    }

    private static long rows(Path folder) {
        try (Database database = DatabaseFactory.sqlite(store(folder))) {
            return database.read(tx -> tx.findFirst("SELECT count(*) FROM activity", row -> row.getLong(1)))
                    .orElseThrow();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static CommandResult run(Path folder, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", folder.toString()));
        CommandLine commandLine = new Commands(new CommandEnvironment(
                        Map.of(),
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                        false,
                        InstantSource.system()))
                .commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        return new CommandResult(commandLine.execute(all.toArray(String[]::new)), out.toString(), err.toString());
    }
}
