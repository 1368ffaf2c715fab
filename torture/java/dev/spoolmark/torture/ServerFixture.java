package dev.spoolmark.torture;

import dev.spoolmark.app.cli.CommandEnvironment;
import dev.spoolmark.app.cli.Commands;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.DatabaseFactory;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.PostgresLogin;
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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// A database that outlives its servers, with the users who write to it.
///
/// @param login the PostgreSQL database, if it is one
record ServerFixture(Path folder, @Nullable PostgresLogin login) {

    /// A new database with this number of users.
    static ServerFixture of(Engine engine, Path folder, int users) throws IOException {
        ServerFixture fixture = new ServerFixture(folder, engine == Engine.SQLITE ? null : TestDatabases.login());
        String lines = IntStream.range(0, users)
                .mapToObj(n -> "{\"username\":\"" + RecordedWrite.userNameOf(n) + "\",\"password\":\"torture rack\"}\n")
                .collect(Collectors.joining());
        Path file = Files.writeString(Files.createTempFile("spoolmark-users-", ".jsonl"), lines);
        Ending loaded = fixture.command("user", "load", file.toString());
        if (!loaded.out().contains(users + " added")) {
            throw new IllegalStateException("the users could not be created: " + loaded);
        }
        Files.delete(file);
        return fixture;
    }

    /// The result of a command.
    record Ending(int code, String out, String err) {}

    /// The environment variables of a server.
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "SPOOLMARK_PORT", "0",
                "SPOOLMARK_ACCESS_LOG", "off",
                "SPOOLMARK_DEFAULT_PRIVACY", "public",
                "SPOOLMARK_SOURCES_TVMAZE_ENABLED", "off"));
        if (login != null) {
            environment.put("SPOOLMARK_DATABASE_URL", login.url().replaceAll("[?].*", ""));
            environment.put("SPOOLMARK_DATABASE_USER", login.user());
        }
        return environment;
    }

    Database open() {
        return login == null ? DatabaseFactory.sqlite(file()) : DatabaseFactory.postgres(login);
    }

    Path file() {
        return folder.resolve("spoolmark.db");
    }

    /// Runs the command in this process.
    Ending command(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data", folder.toString()));
        CommandLine commandLine = new Commands(new CommandEnvironment(
                        environment(),
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                        false,
                        InstantSource.system()))
                .commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        int code = commandLine.execute(all.toArray(String[]::new));
        return new Ending(code, out.toString(), err.toString());
    }

    /// The findings of `check` on the database; empty if there are none.
    List<String> check() {
        Ending ending = command("check");
        return ending.code() == 0 && ending.out().strip().equals("ok")
                ? List.of()
                : List.of("check: " + ending.out() + ending.err());
    }
}
