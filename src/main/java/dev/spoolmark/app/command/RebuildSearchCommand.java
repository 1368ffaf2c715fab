package dev.spoolmark.app.command;

import dev.spoolmark.app.Failure;
import dev.spoolmark.app.Workplace;
import dev.spoolmark.search.IndexInUse;
import dev.spoolmark.search.Search;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Reads everything that can be found into a new search index.
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Makes the search index anew. The server must not be running on the same data directory.")
final class RebuildSearchCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin
    private Place place;

    RebuildSearchCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (Workplace work = place.open(around)) {
            return rebuild(around, place, work);
        }
    }

    static int rebuild(Surroundings around, Place place, Workplace work) {
        try (Search search = work.features(around.clock()).search()) {
            place.print(search.rebuild() + " can be found");
            return 0;
        } catch (IndexInUse e) {
            throw Failure.of("the search index is in use: stop the server first");
        }
    }
}
