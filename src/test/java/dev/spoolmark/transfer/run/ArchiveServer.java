package dev.spoolmark.transfer.run;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.FastHasher;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.app.Features;
import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.config.RawSettings;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.transfer.ExportProgress;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// A server from which archives are exported, or into which they are imported.
final class ArchiveServer implements AutoCloseable {

    final MutableClock clock = new MutableClock();
    final Database database;
    final Features features;
    final Path directory = TestDatabases.folder();
    private final Imports imports;

    ArchiveServer(Engine engine) {
        clock.pass(Duration.between(clock.instant(), Instant.parse("2026-11-01T12:00:00Z")));
        database = TestDatabases.open(engine);
        features = Features.create(database, Configuration.of(RawSettings.empty()), clock, FastHasher.hash());
        imports = features.imports(directory.resolve("imports"));
    }

    Account create(String name) {
        NewAccount account = new NewAccount(
                name, name + "@example.org", Secret.sha1Of("tr4vel-by-Night-train"), false, CreationOrigin.OPERATOR);
        return features.accounts().create(account).account();
    }

    Path export(String user, String file) {
        Path path = directory.resolve(file);
        features.playAdditions().flush(features.accounts().get(user).id());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
            features.userExport().write(features.accounts().get(user), out, ExportProgress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    ImportRun importFile(Account user, Path file) {
        try {
            Path copy = imports.files().create();
            Files.write(copy, Files.readAllBytes(file));
            ImportChoices choices = ImportChoices.of(ZoneId.of("UTC"));
            ImportRun run = imports.upload(user.id(), String.valueOf(file.getFileName()), copy, null, choices);
            imports.start(user.id(), run.id(), choices, 0);
            return imports.runNow(user.id(), run.id(), position -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Imports imports() {
        return imports;
    }

    @Override
    public void close() {
        features.metadataSources().close();
        database.close();
    }
}
