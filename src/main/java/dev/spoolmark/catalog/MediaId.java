package dev.spoolmark.catalog;

import dev.spoolmark.db.Tx;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

/// The id of an item that can be rated, collected or put on a list. Unique over all kinds.
public sealed interface MediaId {

    long value();

    Kind kind();

    /// @throws IllegalArgumentException if items of this kind have no such id
    static MediaId of(Kind kind, long value) {
        return switch (kind) {
            case MOVIE -> new MovieId(value);
            case SHOW -> new ShowId(value);
            case SEASON -> new SeasonId(value);
            case EPISODE -> new EpisodeId(value);
            case PERSON, LIST -> throw new IllegalArgumentException(kind + " is not something to watch");
        };
    }

    /// @return the ids of these items by kind
    static Map<Kind, List<Long>> byKind(Collection<? extends MediaId> items) {
        return items.stream()
                .collect(Collectors.groupingBy(
                        MediaId::kind,
                        () -> new EnumMap<>(Kind.class),
                        Collectors.mapping(MediaId::value, Collectors.toList())));
    }

    /// Calls `chunk` with ids of one kind, at most [Tx#MAX_PARAMETERS] at a time.
    static void forEachChunk(Collection<? extends MediaId> items, BiConsumer<Kind, List<Long>> chunk) {
        byKind(items)
                .forEach((kind, ids) -> ids.stream()
                        .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                        .forEach(batch -> chunk.accept(kind, batch)));
    }

    /// Calls `chunk` with numbers of kinds and with ids of all these kinds, at most [Tx#MAX_PARAMETERS] ids at a time.
    /// One statement reads them with `kind IN (...) AND item_id IN (...)`: no two items have the same id.
    static void forEachMixedChunk(Collection<? extends MediaId> items, BiConsumer<List<Integer>, List<Long>> chunk) {
        List<Integer> kinds = items.stream()
                .map(item -> item.kind().number())
                .distinct()
                .sorted()
                .toList();
        items.stream()
                .map(MediaId::value)
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> chunk.accept(kinds, batch));
    }

    record MovieId(long value) implements MediaId {

        @Override
        public Kind kind() {
            return Kind.MOVIE;
        }
    }

    record ShowId(long value) implements MediaId {

        @Override
        public Kind kind() {
            return Kind.SHOW;
        }
    }

    record SeasonId(long value) implements MediaId {

        @Override
        public Kind kind() {
            return Kind.SEASON;
        }
    }

    record EpisodeId(long value) implements MediaId {

        @Override
        public Kind kind() {
            return Kind.EPISODE;
        }
    }
}
