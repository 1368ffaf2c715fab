package dev.spoolmark.app.command;

import dev.spoolmark.app.Failure;
import dev.spoolmark.app.Workplace;
import dev.spoolmark.imports.PeopleFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Adds the people of a file. Whoever is there already stays as they are.
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Adds people from a file of JSON Lines. A name that is taken is refused with a line.")
final class UserLoadCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin
    private Place place;

    @Parameters(paramLabel = "FILE", description = "One JSON object a line; see the manual for its members.")
    private Path file;

    UserLoadCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (Workplace work = place.open(around)) {
            PeopleLoad.Count count = load(work);
            if (count.weak() > 0) {
                place.say(count.weak() + " of them have a password that anyone would guess first");
            }
            place.print(count.added() + " added, " + count.refused() + " refused");
            return 0;
        }
    }

    private PeopleLoad.Count load(Workplace work) {
        try (Progress progress = Progress.of(around, "People", " lines", lines());
                PeopleLoad load = new PeopleLoad(
                        work.features(around.clock()).accounts(), threads(work), progress, place::print)) {
            PeopleFile.read(file, load::take);
            return load.finish();
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private static int threads(Workplace work) {
        return PeopleLoad.threads(work.configuration().passwords().memory());
    }

    private long lines() {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException | UncheckedIOException e) {
            throw unreadable();
        }
    }

    private Failure unreadable() {
        return Failure.of(file + " cannot be read: check its path, and that it is UTF-8 text");
    }
}
