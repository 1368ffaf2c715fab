package dev.spoolmark.transfer.run;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.FastHasher;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.UserId;
import dev.spoolmark.app.Features;
import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.config.RawSettings;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.transfer.format.SampleRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A user who imports files.
final class ImportFixture implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /// Tables with data of users that imports write, and the columns that differ from import to import.
    private static final List<String> TABLES = List.of(
            "play: kind, item_id, watched_at, time_precision, action",
            "watched: kind, item_id, plays, first_at, last_at",
            "rating: kind, item_id, score, rated_at",
            "watchlist_item: kind, item_id, show_id, listed_at, note",
            "favorite_item: kind, item_id, show_id, listed_at, note",
            "collected: kind, item_id, show_id, collected_at, media_type, resolution, hdr, audio, audio_channels, is_3d",
            "hidden: section, kind, item_id, show_id, hidden_at",
            "list: name, description, privacy, show_numbers, allow_comments",
            "list_item: kind, item_id, note, listed_at",
            "note: kind, item_id, text",
            "playback_progress: kind, item_id, progress, paused_at",
            "user_comment: kind, item_id, created_at");

    final MutableClock clock = new MutableClock();
    final Database database;
    final Features features;
    final Account ann;
    final Account bob;
    final Imports imports;
    final Path directory;

    ImportFixture(Engine engine) {
        this(TestDatabases.open(engine), TestDatabases.folder());
    }

    /// @param directory of data
    ImportFixture(Database database, Path directory) {
        clock.pass(Duration.between(clock.instant(), Instant.parse("2026-11-01T12:00:00Z")));
        this.database = database;
        this.directory = directory;
        features = Features.create(database, Configuration.of(RawSettings.empty()), clock, FastHasher.hash());
        ann = create("ann");
        bob = create("bob");
        imports = features.imports(directory.resolve("imports"));
    }

    private Account create(String name) {
        NewAccount account = new NewAccount(
                name, name + "@example.org", Secret.sha1Of("tr4vel-by-Night-train"), false, CreationOrigin.OPERATOR);
        return features.accounts().create(account).account();
    }

    UserId user() {
        return ann.id();
    }

    ImportRun upload(Path file, ImportChoices choices) {
        try {
            Path copy = imports.files().create();
            Files.write(copy, Files.readAllBytes(file));
            return imports.upload(user(), String.valueOf(file.getFileName()), copy, null, choices);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Imports a sample to its end.
    ImportRun run(Path file) {
        return run(file, ImportChoices.of(ZONE));
    }

    ImportRun run(Path file, ImportChoices choices) {
        ImportRun run = upload(file, choices);
        imports.start(user(), run.id(), choices, 0);
        return imports.runNow(user(), run.id(), position -> {});
    }

    ImportRun run(Map<String, String> members) {
        return run(SampleRecords.archive(directory.resolve("archive.zip"), members));
    }

    void undo(ImportRun run) {
        imports.undo(user(), run.id());
        imports.worker().runWaiting();
    }

    List<ImportRow> rows(ImportRun run, RowOutcome outcome) {
        return imports.rows(user(), run.id(), List.of(outcome), 0, 500);
    }

    /// Everything that the user has, table by table.
    Map<String, List<String>> content() {
        Map<String, List<String>> content = new TreeMap<>();
        for (String table : TABLES) {
            String name = table.substring(0, table.indexOf(':'));
            String columns = table.substring(table.indexOf(':') + 2);
            int count = columns.split(", ", -1).length;
            List<String> rows = new ArrayList<>(database.read(tx -> tx.query(
                    "SELECT " + columns + " FROM " + name + " WHERE user_id = ? ORDER BY " + columns,
                    row -> {
                        StringBuilder text = new StringBuilder();
                        for (int i = 1; i <= count; i++) {
                            text.append(row.textOrNull(i)).append(' ');
                        }
                        return text.toString();
                    },
                    user().value())));
            content.put(name, rows);
        }
        return content;
    }

    @Override
    public void close() {
        database.close();
    }
}
