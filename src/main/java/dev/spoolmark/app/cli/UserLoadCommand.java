package dev.spoolmark.app.cli;

import dev.spoolmark.app.ServerContext;
import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.imports.UsersFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Adds users from a file. Existing users are unchanged.
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Adds users from a JSON Lines file. A line with a name that is taken is rejected and reported.")
final class UserLoadCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Parameters(paramLabel = "FILE", description = "One JSON object per line; the manual describes the members.")
    private Path file;

    UserLoadCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServerContext context = options.open(environment)) {
            UserImport.Count count = load(context);
            if (count.weak() > 0) {
                options.report(count.weak() + " of them have a very common password");
            }
            options.print(count.added() + " added, " + count.rejected() + " refused");
            return 0;
        }
    }

    private UserImport.Count load(ServerContext context) {
        try (TerminalProgress progress = TerminalProgress.of(environment, "People", " lines", lines());
                UserImport load = new UserImport(
                        context.features(environment.clock()).accounts(), threads(context), progress, options::print)) {
            UsersFile.read(file, load::add);
            return load.finish();
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private static int threads(ServerContext context) {
        return UserImport.threads(context.configuration().passwords().memory());
    }

    private long lines() {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException | UncheckedIOException e) {
            throw unreadable();
        }
    }

    private UserErrorException unreadable() {
        return UserErrorException.of(file + " could not be read: check its path, and that it is UTF-8 text");
    }
}
