package dev.spoolmark.app.command;

import dev.spoolmark.app.Configuration;
import dev.spoolmark.app.Given;
import dev.spoolmark.app.Workplace;
import dev.spoolmark.store.Workload;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// Which data a command works on. Every command takes these words.
final class Place {

    /// Where the data are when nobody says.
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

    boolean isNamed() {
        return data != null || database != null;
    }

    Given flags() {
        return Configuration.flag(Configuration.Flag.DATABASE, database);
    }

    Given given(Surroundings around) {
        return Configuration.given(folder(), around.environment(), flags());
    }

    Workplace open(Surroundings around) {
        return Workplace.open(folder(), around.environment(), flags(), this::say);
    }

    /// For a command that writes millions of rows.
    Workplace openToFill(Surroundings around) {
        return Workplace.open(folder(), around.environment(), flags(), this::say, Workload.FILLING);
    }

    /// Remarks go to standard error, so that what a command prints can be read by programs.
    void say(String remark) {
        command.commandLine().getErr().println(remark);
        command.commandLine().getErr().flush();
    }

    void print(String line) {
        command.commandLine().getOut().println(line);
        command.commandLine().getOut().flush();
    }
}
