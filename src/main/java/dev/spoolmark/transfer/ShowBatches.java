package dev.spoolmark.transfer;

import dev.spoolmark.http.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Gatherer;
import java.util.stream.Gatherer.Downstream;

/// Renders shows with their episodes in batches, by the number of episodes that are in memory at the same time.
final class ShowBatches {

    /// Above it the episodes of a show are not listed below it, only row by row in members of their own.
    static final int MAX_EPISODES = 10_000;

    private static final int BATCH = 2_000;

    private ShowBatches() {}

    /// @param episodes the number of episodes of a show
    /// @param render the objects of one batch
    /// @return all objects, rendered while they are iterated over
    static <S> Iterable<JsonObject> of(
            List<S> shows, ToIntFunction<S> episodes, Function<List<S>, List<JsonObject>> render) {
        return () -> shows.stream()
                .gather(Gatherer.<S, Batch<S>, List<S>>ofSequential(
                        Batch::new,
                        Gatherer.Integrator.ofGreedy(
                                (batch, show, out) -> batch.add(show, episodes.applyAsInt(show), out)),
                        Batch::end))
                .flatMap(batch -> render.apply(batch).stream())
                .iterator();
    }

    static boolean isListed(int episodes) {
        return episodes <= MAX_EPISODES;
    }

    private static final class Batch<S> {

        private List<S> shows = new ArrayList<>();
        private int size;

        boolean add(S show, int episodes, Downstream<? super List<S>> out) {
            int added = isListed(episodes) ? episodes : 0;
            if (size + added > BATCH) {
                end(out);
            }
            shows.add(show);
            size += added;
            return !out.isRejecting();
        }

        void end(Downstream<? super List<S>> out) {
            if (!shows.isEmpty()) {
                out.push(shows);
            }
            shows = new ArrayList<>();
            size = 0;
        }
    }
}
