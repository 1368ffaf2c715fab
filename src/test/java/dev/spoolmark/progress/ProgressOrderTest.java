package dev.spoolmark.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.progress.SeasonProgress.Step;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sort orders of shows with progress.
class ProgressOrderTest {

    private final List<ShowProgress> shows = List.of(
            show(1, "the Wire", 100L, 40L, true, false),
            show(2, "Élite", 300L, 10L, true, true),
            show(3, "24", null, 30L, false, false),
            show(4, "Fringe", 200L, null, false, true));

    @ParameterizedTest
    @CsvSource({
        "TITLE, 24 Élite Fringe the Wire",
        "LAST_PLAY, Élite Fringe the Wire 24",
        "MOST_COMPLETED, Élite Fringe the Wire 24",
        "LEAST_COMPLETED, 24 Fringe the Wire Élite",
        "NEWEST_AIRED, the Wire 24 Élite Fringe",
        "OLDEST_AIRED, Fringe Élite 24 the Wire"
    })
    void sortsAsRequestedThenByTitle(ProgressOrder order, String titles) {
        assertThat(order.sort(shows).stream().map(one -> one.show().title())).isEqualTo(titlesOf(titles));
    }

    private static List<String> titlesOf(String joined) {
        return Arrays.stream(joined.replace("the Wire", "the_Wire").split(" "))
                .map(title -> title.replace('_', ' '))
                .toList();
    }

    private static ShowProgress show(
            long id, String title, @Nullable Long lastPlay, @Nullable Long aired, boolean first, boolean second) {
        Show show = new Show(new ShowId(id), Ids.NONE, "slug" + id, title, 2000, ShowFacts.NONE, false, Instant.EPOCH);
        SeasonProgress season = new SeasonProgress(1, List.of(step(1, aired, first), step(2, aired, second)));
        return new ShowProgress(
                show,
                List.of(season),
                List.of(),
                PlayCounts.NONE,
                lastPlay == null ? null : Instant.ofEpochSecond(lastPlay),
                null);
    }

    private static Step step(int number, @Nullable Long aired, boolean done) {
        Instant at = aired == null ? null : Instant.ofEpochSecond(aired);
        return new Step(new EpisodeSlot(new EpisodeId(number), 1, number, at, false), done);
    }
}
