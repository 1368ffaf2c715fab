package dev.spoolmark.app.command;

import dev.spoolmark.app.Workplace;
import dev.spoolmark.history.Recount;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Counts everybody's plays again.
@Command(
        name = "plays",
        mixinStandardHelpOptions = true,
        description = "Counts all plays again and puts right what they come to. The server may be running.")
final class RebuildPlaysCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin
    private Place place;

    RebuildPlaysCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (Workplace work = place.open(around)) {
            return rebuild(around, place, work);
        }
    }

    static int rebuild(Surroundings around, Place place, Workplace work) {
        Recount recount = new Recount(work.database());
        try (Progress progress = Progress.of(around, "Plays", " sums", recount.size())) {
            Recount.Counted counted = recount.all(progress::reached);
            place.print(counted.sums() + " sums of plays counted, " + counted.mended() + " put right");
            return 0;
        }
    }
}
