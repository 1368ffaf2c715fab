package dev.spoolmark.metadata.tvmaze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.ShowFacts.Status;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeList;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.metadata.ReadItems;
import dev.spoolmark.metadata.jsonl.CatalogFileFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Recorded and constructed responses of TVmaze.
class TvmazeParserTest {

    private static final Path RECORDED = Path.of("src/test/resources/tvmaze");

    private static final String SHOW_WITH_EPISODES = """
            {"id":7,"name":"Our Show","status":"In Development","_embedded":{"episodes":[
            {"id":1,"name":"Pilot","season":1,"number":1,"airdate":"2014-01-02","summary":null},
            {"id":2,"name":"Behind it","season":1,"number":null,"airdate":""}]}}
            """;

    @Test
    void readsAShowOfANetwork() throws IOException {
        ShowItem show = (ShowItem) shows().getFirst();

        assertThat(show.ids()).isEqualTo(new Ids("tt0944947", 121361L, null, 24493L, 82L));
        assertThat(show.title()).isEqualTo("Game of Thrones");
        assertThat(show.year()).isEqualTo(2011);
        assertThat(show.facts().status()).isEqualTo(Status.ENDED);
        assertThat(show.facts().firstAired()).isEqualTo(LocalDate.of(2011, 4, 17));
        assertThat(show.facts().runtime()).isEqualTo(60);
        assertThat(show.facts().overview())
                .startsWith("Based on the bestselling book series")
                .doesNotContain("<");
        assertThat(show.facts().broadcast())
                .isEqualTo(new Broadcast(
                        "HBO", "United States", ZoneId.of("America/New_York"), DayOfWeek.SUNDAY, LocalTime.of(21, 0)));
    }

    @Test
    void aWebShowAirsOnItsChannel() throws IOException {
        ShowItem show = (ShowItem) shows().get(1);

        assertThat(show.facts().broadcast())
                .isEqualTo(new Broadcast("Amazon Prime", null, null, DayOfWeek.FRIDAY, null));
        assertThat(show.facts().status()).isEqualTo(Status.CONTINUING);
    }

    @Test
    void anUndecidedShowCanContinue() throws IOException {
        assertThat(((ShowItem) shows().get(2)).facts().status()).isEqualTo(Status.CONTINUING);
    }

    @Test
    void readsTheEpisodeListOfAShow() throws IOException {
        ReadItems read = ReadItems.of(CatalogFileFormat.TVMAZE, 82L, RECORDED.resolve("episodes-82.json"));

        EpisodeList list = (EpisodeList) read.items.getFirst();
        EpisodeItem first = list.seasons().getFirst().episodes().getFirst();
        assertThat(read.items).hasSize(1);
        assertThat(list.ids()).isEqualTo(Ids.ofTvmaze(82));
        assertThat(list.seasons()).map(SeasonItem::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(list.seasons())
                .map(season -> season.episodes().size())
                .containsExactly(10, 10, 10, 10, 10, 10, 7, 6);
        assertThat(first.facts().title()).isEqualTo("Winter is Coming");
        assertThat(first.facts().airDate()).isEqualTo(LocalDate.of(2011, 4, 17));
        assertThat(first.facts().airsAt()).isEqualTo(Instant.parse("2011-04-18T01:00:00Z"));
    }

    @Test
    void anEpisodeWithoutAShowIsRejected() throws IOException {
        ReadItems read = ReadItems.of(CatalogFileFormat.TVMAZE, "[\n{\"season\":1,\"number\":1}\n]");

        assertThat(read.items).isEmpty();
        assertThat(read.refusals).containsExactly("line 2: the episode does not say its show; name it with --show");
    }

    @Test
    void episodesAreAssignedByTheirLinks() throws IOException {
        String episode = """
                {"season":1,"number":%d,"_links":{"show":{"href":"https://api.tvmaze.com/shows/%d"}}}
                """;
        String content = "[" + String.format(Locale.ROOT, episode, 1, 5) + ","
                + String.format(Locale.ROOT, episode, 2, 5) + "," + String.format(Locale.ROOT, episode, 1, 6) + "]";

        assertThat(ReadItems.of(CatalogFileFormat.TVMAZE, content).items)
                .map(SourceItem::weight)
                .containsExactly(4, 3);
    }

    @Test
    void aSpecialWithoutANumberIsLeftOutAndReported() throws IOException {
        ReadItems read = ReadItems.of(CatalogFileFormat.TVMAZE, SHOW_WITH_EPISODES);

        List<SeasonItem> seasons = ((ShowItem) read.items.getFirst()).seasons();
        assertThat(seasons).map(season -> season.episodes().size()).containsExactly(1);
        assertThat(read.refusals).containsExactly("line 1: special \"Behind it\" has no number and is left out");
    }

    @Test
    void itemsBeforeTheDamageOfAFileAreRead() throws IOException {
        ReadItems read = ReadItems.of(CatalogFileFormat.TVMAZE, "[{\"id\":7,\"name\":\"Our Show\"},\n{\"id\":");

        assertThat(read.items).hasSize(1);
        assertThat(read.refusals).containsExactly("line 2: cannot be read as JSON; the rest was not read");
    }

    @Test
    void aShowWithoutIdAndTitleIsRejected() throws IOException {
        assertThat(ReadItems.of(CatalogFileFormat.TVMAZE, "{\"name\":\"Ours\"}").refusals)
                .containsExactly("line 1: a show needs \"id\", or \"name\" and \"premiered\"");
    }

    private static List<SourceItem> shows() throws IOException {
        return ReadItems.of(CatalogFileFormat.TVMAZE, null, RECORDED.resolve("shows.json")).items;
    }
}
