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

    private final Map<Place, Episode> byNumber = new HashMap<>();
    private final Set<Place> taken = new HashSet<>();
    private final Map<LocalDate, List<Episode>> comingByDay = new HashMap<>();
    private final Map<LocalDate, List<Episode>> thereByDay = new HashMap<>();

    EpisodePairing(List<Episode> coming, List<Episode> there) {
        for (Episode episode : there) {
            byNumber.put(Place.of(episode), episode);
            note(thereByDay, episode);
        }
        for (Episode episode : coming) {
            taken.add(Place.of(episode));
            note(comingByDay, episode);
        }
    }

    private record Place(int season, int number) {

        static Place of(Episode episode) {
            return new Place(episode.season(), episode.number());
        }
    }

    Optional<Episode> of(Episode coming) {
        return Optional.ofNullable(byNumber.get(Place.of(coming))).or(() -> byDay(coming));
    }

    private Optional<Episode> byDay(Episode coming) {
        LocalDate day = coming.facts().airDate();
        return day == null
                ? Optional.empty()
                : only(comingByDay, day)
                        .flatMap(alone -> only(thereByDay, day))
                        .filter(existing -> !taken.contains(Place.of(existing)));
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
