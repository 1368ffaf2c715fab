package dev.spoolmark.progress;

import dev.spoolmark.catalog.Show;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How far somebody is in one show. Specials and the seasons they hid do not count.
///
/// @param seasons those with an episode that counts, in the order of their numbers
/// @param hiddenSeasons the numbers of the seasons kept out
/// @param plays of all its episodes, specials too
/// @param lastPlay null when they never played it or nobody knows when
/// @param next what to go on with, null when nothing is left there
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

    public ProgressCount tally() {
        List<ProgressCount> tallies =
                seasons.stream().map(SeasonProgress::tally).toList();
        return new ProgressCount(
                tallies.stream().mapToInt(ProgressCount::aired).sum(),
                tallies.stream().mapToInt(ProgressCount::completed).sum());
    }

    /// When the newest episode that counts aired, null when none has a date.
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
