package dev.spoolmark.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The in-memory form of a show.
class ShowGuideTest {

    private static final Instant NOW = Instant.parse("2013-06-24T12:00:00Z");
    private static final Show SHOW =
            new Show(new ShowId(1), Ids.NONE, "lost", "Lost", 2004, ShowFacts.NONE, false, Instant.EPOCH);

    private final EpisodeSummary special = head(10, 0, 1, NOW.minusSeconds(9), null);
    private final EpisodeSummary first = head(11, 1, 1, NOW.minusSeconds(5), 501L);
    private final EpisodeSummary third = head(13, 1, 3, NOW, null);
    private final EpisodeSummary tomorrow = head(14, 2, 1, NOW.plusSeconds(1), null);
    private final EpisodeSummary someDay = head(15, 2, 2, null, null);
    private final ShowGuide guide = new ShowGuide(SHOW, List.of(), List.of(special, first, third, tomorrow, someDay));

    @Test
    void findsByNumber() {
        assertThat(guide.episode(1, 3)).contains(third);
        assertThat(guide.episode(0, 1)).contains(special);
        assertThat(guide.episode(1, 2)).isEmpty();
        assertThat(guide.episode(9, 1)).isEmpty();
    }

    @Test
    void findsByTvdb() {
        assertThat(guide.episodeByTvdb(501)).contains(first);
        assertThat(guide.episodeByTvdb(502)).isEmpty();
    }

    @Test
    void returnsTheEpisodesOfASeason() {
        assertThat(guide.episodesOf(1)).containsExactly(first, third);
        assertThat(guide.episodesOf(3)).isEmpty();
    }

    @Test
    void episodesWithoutADateHaveNotAired() {
        assertThat(guide.aired(NOW, false)).containsExactly(first, third);
        assertThat(guide.aired(NOW, true)).containsExactly(special, first, third);
    }

    private static EpisodeSummary head(long id, int season, int number, @Nullable Instant airsAt, @Nullable Long tvdb) {
        return new EpisodeSummary(new EpisodeId(id), season, number, null, null, airsAt, tvdb, false);
    }
}
