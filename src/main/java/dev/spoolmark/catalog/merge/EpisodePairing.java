package dev.spoolmark.catalog.merge;

import dev.spoolmark.catalog.Episode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Pairs the episodes of two shows that are merged: those of the same number, then those that are the only
/// ones of a broadcast date. Episodes that share a date are not paired.
final class EpisodePairing {

    private final Map<Position, Episode> byNumber = new HashMap<>();
    private final Set<Position> used = new HashSet<>();
    private final Map<LocalDate, List<Episode>> sourceByDay = new HashMap<>();
    private final Map<LocalDate, List<Episode>> targetByDay = new HashMap<>();

    EpisodePairing(List<Episode> source, List<Episode> target) {
        for (Episode episode : target) {
            byNumber.put(Position.of(episode), episode);
            note(targetByDay, episode);
        }
        for (Episode episode : source) {
            used.add(Position.of(episode));
            note(sourceByDay, episode);
        }
    }

    private record Position(int season, int number) {

        static Position of(Episode episode) {
            return new Position(episode.season(), episode.number());
        }
    }

    Optional<Episode> of(Episode source) {
        return Optional.ofNullable(byNumber.get(Position.of(source))).or(() -> byDay(source));
    }

    private Optional<Episode> byDay(Episode source) {
        LocalDate day = source.facts().airDate();
        return day == null
                ? Optional.empty()
                : only(sourceByDay, day)
                        .flatMap(alone -> only(targetByDay, day))
                        .filter(existing -> !used.contains(Position.of(existing)));
    }

    private static Optional<Episode> only(Map<LocalDate, List<Episode>> byDay, LocalDate day) {
        List<Episode> aired = byDay.getOrDefault(day, List.of());
        return aired.size() == 1 ? Optional.of(aired.getFirst()) : Optional.empty();
    }

    private static void note(Map<LocalDate, List<Episode>> byDay, Episode episode) {
        LocalDate day = episode.facts().airDate();
        if (day != null) {
            byDay.computeIfAbsent(Objects.requireNonNull(day), any -> new ArrayList<>())
                    .add(episode);
        }
    }
}
