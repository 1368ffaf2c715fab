package dev.spoolmark.app.command;

import dev.spoolmark.app.Asking;
import dev.spoolmark.app.Failure;
import dev.spoolmark.app.Workplace;
import dev.spoolmark.catalog.Source;
import dev.spoolmark.catalog.SourceQueue;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Asks the sources what is due, without waiting for the server to do it.
@Command(
        name = "refresh",
        mixinStandardHelpOptions = true,
        description = "Asks the sources about what is due. What could not be asked stays due.")
final class CatalogRefreshCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin
    private Place place;

    @Option(
            names = "--all",
            description = "Everything in the catalogue, due or not, and whether anybody named it or not.")
    private boolean all;

    CatalogRefreshCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (Workplace work = place.open(around);
                Asking asking = work.features(around.clock()).asking()) {
            if (asking.sources().all().isEmpty()) {
                throw Failure.of("no source is on: see the settings that begin with sources.");
            }
            if (all) {
                asking.jobs().askAll();
            }
            long asked = ask(asking);
            asking.sources().all().forEach(this::sayIfLeftAlone);
            SourceQueue left = asking.jobs().state();
            place.print(asked + " asked, " + left.due() + " still due");
            return 0;
        }
    }

    private long ask(Asking asking) {
        long asked = 0;
        try (Progress progress =
                Progress.of(around, "asking", " titles", asking.jobs().state().due())) {
            for (int some = asking.worker().round();
                    some > 0;
                    some = asking.worker().round()) {
                asked += some;
                progress.reached(asked);
            }
        }
        return asked;
    }

    private void sayIfLeftAlone(Source source) {
        source.openUntil()
                .ifPresent(until ->
                        place.say(source.name() + " is left alone until " + until + ": `catalog status` says why"));
    }
}
