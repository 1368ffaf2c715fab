package dev.spoolmark.progress;

import dev.spoolmark.catalog.Show;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Progress of a user in one show, without specials and hidden seasons.
///
/// @param seasons the seasons with an episode that counts, ordered by number
/// @param hiddenSeasons the numbers of the hidden seasons
/// @param plays plays of all episodes that count in totals, including specials
/// @param lastPlay null if there is none or its time is unknown
/// @param next the next episode, null if there is none
public record ShowProgress(
        Show show,
        List<SeasonProgress> seasons,
        List<Integer> hiddenSeasons,
        PlayCounts plays,
        @Nullable Instant lastPlay,
        @Nullable EpisodeSlot next) {

    public ShowProgress {
        seasons = List.copyOf(seasons);
        hiddenSeasons = List.copyOf(hiddenSeasons);
    }

    public ProgressCount count() {
        List<ProgressCount> tallies =
                seasons.stream().map(SeasonProgress::count).toList();
        return new ProgressCount(
                tallies.stream().mapToInt(ProgressCount::aired).sum(),
                tallies.stream().mapToInt(ProgressCount::completed).sum());
    }

    /// Air time of the newest episode that counts; null if no episode has one.
    @Nullable
    Instant lastAired() {
        return steps().map(step -> step.episode().airsAt())
                .flatMap(Stream::ofNullable)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private Stream<SeasonProgress.Step> steps() {
        return seasons.stream().flatMap(season -> season.steps().stream());
    }
}
