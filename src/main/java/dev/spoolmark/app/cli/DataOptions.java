package dev.spoolmark.app.cli;

import dev.spoolmark.app.ServerContext;
import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.config.RawSettings;
import dev.spoolmark.db.Workload;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// Options of all commands that select the data.
final class DataOptions {

    /// Default data directory.
    static final String DEFAULT = "data";

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--data", paramLabel = "DIR", description = "The data directory (default: ./data).")
    private @Nullable Path data;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "A PostgreSQL database (jdbc:postgresql://...) instead of the SQLite file. User and password"
                    + " come from SPOOLMARK_DATABASE_USER and SPOOLMARK_DATABASE_PASSWORD or ..._PASSWORD_FILE.")
    private @Nullable String database;

    Path folder() {
        return data == null ? Path.of(DEFAULT) : data;
    }

    boolean isSpecified() {
        return data != null || database != null;
    }

    RawSettings flags() {
        return Configuration.flag(Configuration.Flag.DATABASE, database);
    }

    RawSettings rawSettings(CommandEnvironment environment) {
        return Configuration.read(folder(), environment.environment(), flags());
    }

    ServerContext open(CommandEnvironment environment) {
        return ServerContext.open(folder(), environment.environment(), flags(), this::report);
    }

    /// For commands that write millions of rows.
    ServerContext openForBulkLoad(CommandEnvironment environment) {
        return ServerContext.open(folder(), environment.environment(), flags(), this::report, Workload.BULK_LOAD);
    }

    /// Messages go to standard error, so that programs can parse the output.
    void report(String message) {
        command.commandLine().getErr().println(message);
        command.commandLine().getErr().flush();
    }

    void print(String line) {
        command.commandLine().getOut().println(line);
        command.commandLine().getOut().flush();
    }
}
