package dev.spoolmark.metadata.tvmaze;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.AlternativeTitle;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.catalog.ingest.UnplacedEpisode;
import dev.spoolmark.catalog.source.SourceChanges;
import dev.spoolmark.catalog.source.SourceQuery;
import dev.spoolmark.catalog.source.SourceResult;
import dev.spoolmark.catalog.source.SourceResult.Failed;
import dev.spoolmark.catalog.source.SourceResult.Found;
import dev.spoolmark.catalog.source.SourceResult.NotFound;
import dev.spoolmark.http.client.StubServer;
import dev.spoolmark.http.client.UpstreamClient;
import dev.spoolmark.http.client.UpstreamClientFactory;
import dev.spoolmark.metadata.StubTvmaze;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// TVmaze with recorded and changed responses.
class TvmazeTest {

    private static final String EPISODE = """
            {"id":%d,"name":"%s","season":%d,"number":%s,"airdate":"%s","type":"regular"}""";

    private final StubTvmaze stub = new StubTvmaze();
    private final UpstreamClient client =
            UpstreamClientFactory.of("1", InstantSource.system()).open(stub.server.destination());
    private final Tvmaze tvmaze = new Tvmaze(client);

    @AfterEach
    void close() {
        client.close();
        stub.close();
    }

    @Test
    void aShowIsFoundByItsTvdbId() {
        ShowItem show = show(ids(Ids.ofTvdb(StubTvmaze.TVDB)));

        assertThat(show.title()).isEqualTo("Game of Thrones");
        assertThat(show.ids()).isEqualTo(new Ids("tt0944947", 121361L, null, 24493L, 82L));
        assertThat(show.seasons()).hasSize(8);
        assertThat(show.seasons().getFirst().episodes().getFirst().ids()).isEqualTo(Ids.ofTvmaze(4952));
    }

    @Test
    void theImdbIdIsTriedIfTheTvdbIdIsUnknown() {
        show(ids(new Ids("tt0944947", 5L, null, null, null)));

        assertThat(stub.server.lines())
                .startsWith("GET /lookup/shows?thetvdb=5", "GET /lookup/shows?imdb=tt0944947", "GET /shows/82");
    }

    @Test
    void itsOwnIdIsTriedFirst() {
        show(ids(new Ids("tt0944947", 121361L, null, null, 82L)));

        assertThat(stub.server.lines()).noneMatch(requested -> requested.contains("lookup"));
    }

    @Test
    void anUnknownShowIsNotFound() {
        assertThat(tvmaze.lookUp(ids(Ids.ofTvdb(7)))).isEqualTo(NotFound.PLAIN);
    }

    @Test
    void anIdOfAnotherShowIsReported() {
        stub.server.on("/lookup/shows?thetvdb=7", StubServer.redirect("/shows/82"));

        assertThat(tvmaze.lookUp(ids(Ids.ofTvdb(7))))
                .isEqualTo(new NotFound(List.of("answered thetvdb=7 with another show (Game of Thrones)")));
    }

    @Test
    void anIdThatTheResponseDoesNotRepeatBelongsToTheShow() {
        stub.show(9, "{\"id\":9,\"name\":\"Ours\"}", "[]");
        stub.server.on("/lookup/shows?thetvdb=7", StubServer.redirect("/shows/9"));

        assertThat(show(ids(Ids.ofTvdb(7))).ids()).isEqualTo(new Ids(null, 7L, null, null, 9L));
    }

    @Test
    void aTitleMatchesTheOnlyShowThatHasIt() {
        stub.show(9, "{\"id\":9,\"name\":\"Ours\",\"premiered\":\"2010-01-01\"}", "[]");
        search("Ours", """
                [{"score":1,"show":{"id":8,"name":"Ours Truly"}},
                 {"score":0.9,"show":{"id":9,"name":"Ours","premiered":"2010-01-01"}}]""");

        assertThat(show(titled("Ours", null)).ids()).isEqualTo(Ids.ofTvmaze(9));
        assertThat(show(titled("Ours", 2010)).title()).isEqualTo("Ours");
        assertThat(tvmaze.lookUp(titled("Ours", 2011))).isEqualTo(NotFound.PLAIN);
    }

    @Test
    void twoShowsOfOneTitleMatchNeither() {
        search("Ours", """
                [{"show":{"id":8,"name":"Ours","premiered":"1999-01-01"}},
                 {"show":{"id":9,"name":"Ours","premiered":"2010-01-01"}}]""");

        assertThat(tvmaze.lookUp(titled("Ours", null))).isEqualTo(new NotFound(List.of("knows 2 of this title")));
    }

    @Test
    void gapsAreKeptAndDuplicatesAreUnplaced() {
        episodes(
                String.format(Locale.ROOT, EPISODE, 1, "One", 1, "1", "2010-01-01"),
                String.format(Locale.ROOT, EPISODE, 2, "Three", 1, "3", "2010-01-03"),
                String.format(Locale.ROOT, EPISODE, 3, "Three again", 1, "3", "2010-01-04"),
                String.format(Locale.ROOT, EPISODE, 2, "Three", 1, "3", "2010-01-03"));

        Found result = result(ids(Ids.ofTvmaze(9)));

        assertThat(numbers(result)).containsExactly(1, 3);
        assertThat(result.unplaced())
                .map(UnplacedEpisode::description)
                .containsExactly("1x03 \"Three again\", there a second time,");
        assertThat(result.unplaced().getFirst().ids()).isEqualTo(Ids.ofTvmaze(3));
    }

    @Test
    void aSpecialWithoutANumberIsUnplaced() {
        episodes(
                String.format(Locale.ROOT, EPISODE, 1, "One", 1, "1", "2010-01-01"),
                String.format(Locale.ROOT, EPISODE, 2, "Behind it", 1, "null", "2010-12-24")
                        .replace("regular", "significant_special"));

        Found result = result(ids(Ids.ofTvmaze(9)));

        assertThat(numbers(result)).containsExactly(1);
        assertThat(result.unplaced()).hasSize(1);
        assertThat(result.unplaced().getFirst().description()).isEqualTo("special \"Behind it\"");
        assertThat(result.unplaced().getFirst().facts().airDate()).isEqualTo(LocalDate.of(2010, 12, 24));
    }

    @Test
    void invalidValuesAreLeftOutAndReported() {
        episodes(
                String.format(Locale.ROOT, EPISODE, 1, "One", 1, "1", "2010-01-01"),
                String.format(Locale.ROOT, EPISODE, 2, "Two", 1, "2", "soon"),
                "7");

        Found result = result(ids(Ids.ofTvmaze(9)));

        assertThat(numbers(result)).containsExactly(1, 2);
        assertThat(result.primary().complete()).isFalse();
        assertThat(result.warnings())
                .containsExactly(
                        "episode 1x2: \"airdate\" must be a date, not \"soon\"",
                        "an episode cannot be read and is left out: a episode must be an object");
    }

    @Test
    void gapsBetweenNumbersAreReported() {
        episodes(
                String.format(Locale.ROOT, EPISODE, 1, "Special", 0, "7", "2010-01-01"),
                String.format(Locale.ROOT, EPISODE, 2, "Two", 1, "2", "2010-01-02"),
                String.format(Locale.ROOT, EPISODE, 3, "Four", 1, "4", "2010-01-03"),
                String.format(Locale.ROOT, EPISODE, 4, "Eight", 1, "8", "2010-01-04"),
                String.format(Locale.ROOT, EPISODE, 5, "Nine", 2, "9", "2010-01-05"));

        Found result = result(ids(Ids.ofTvmaze(9)));

        assertThat(result.warnings()).containsExactly("season 1 has no episode 3, 5 to 7 there, and none is made up");
    }

    @Test
    void castImagesAndAlternativeTitlesAreEmbedded() {
        String body = """
                {"id":9,"name":"Ours","_embedded":{
                "cast":[{"person":{"id":3,"name":"Ann Actor","birthday":"1974-01-30","image":{"original":"http://p/3"}},
                  "character":{"id":4,"name":"The Captain"}},{"person":{"id":5}}],
                "images":[{"type":"poster","resolutions":{"original":{"url":"http://p/poster"}}},
                  {"type":"background","main":false,"resolutions":{"original":{"url":"http://p/small"}}},
                  {"type":"background","main":true,"resolutions":{"original":{"url":"http://p/fanart"}}},
                  {"type":"banner","main":false,"resolutions":{"original":{"url":"http://p/banner"}}}],
                "akas":[{"name":"Nosotros","country":{"code":"ES"}},{"name":"Us","country":null}]}}""";
        stub.show(9, body, "[]");

        ShowItem show = show(ids(Ids.ofTvmaze(9)));

        assertThat(show.credits()).hasSize(1);
        assertThat(show.credits().getFirst().character()).isEqualTo("The Captain");
        assertThat(show.credits().getFirst().person().facts().birthday()).isEqualTo(LocalDate.of(1974, 1, 30));
        assertThat(show.facts().images().fanart()).isEqualTo("http://p/fanart");
        assertThat(show.facts().images().banner()).isEqualTo("http://p/banner");
        assertThat(show.otherTitles())
                .containsExactly(new AlternativeTitle("Nosotros", null, "ES"), new AlternativeTitle("Us", null, null));
    }

    @Test
    void anErrorIsOneLine() {
        stub.server.on("/lookup/shows?thetvdb=1", StubServer.status(500));
        stub.server.on("/lookup/shows?thetvdb=2", "{\"id\":");
        stub.server.on("/lookup/shows?thetvdb=3", "[]");
        stub.server.on("/lookup/shows?thetvdb=4", "{\"id\":\"four\",\"name\":4.5}");
        stub.server.on("/lookup/shows?thetvdb=5", StubServer.body(200, "text/html", "<html>".getBytes(UTF_8)));
        stub.server.on("/lookup/shows?thetvdb=6", StubServer.redirect("http://169.254.169.254/shows/1"));

        assertThat(List.of(1L, 2L, 3L, 4L, 5L, 6L))
                .map(tvdb -> ((Failed) tvmaze.lookUp(ids(Ids.ofTvdb(tvdb)))).reason())
                .containsExactly(
                        "answered 500",
                        "answered JSON that cannot be read",
                        "sent something that cannot be used: a show must be an object",
                        "sent something that cannot be used: a show needs \"id\", or \"name\" and \"premiered\"",
                        "answered something that is not application/json",
                        "leads to an address without https, which is not followed");
    }

    @Test
    void changesAreReadWithTheirTimes() {
        stub.server.on("/updates/shows?since=day", "{\"82\":1372132800,\"x\":1,\"9\":\"soon\"}");
        stub.server.on("/updates/shows?since=month", "{}");

        assertThat(tvmaze.changesSince(Duration.ofHours(1)))
                .containsExactly(new SourceChanges(
                        Kind.SHOW, Map.of(Ids.ofTvmaze(82), Instant.ofEpochSecond(1_372_132_800)), null));
        assertThat(tvmaze.changesSince(Duration.ofDays(9)).getFirst().items()).isEmpty();
        assertThat(tvmaze.changesSince(Duration.ofDays(2)).stream().map(SourceChanges::failure))
                .isEmpty();
    }

    @Test
    void aFailedRequestForChangesIsReported() {
        stub.server.on("/updates/shows?since=day", StubServer.status(503));

        assertThat(tvmaze.changesSince(Duration.ofHours(1)))
                .containsExactly(SourceChanges.failed(Kind.SHOW, "answered 503"));
    }

    private void search(String title, String hits) {
        stub.server.on("/search/shows?q=" + title, hits);
    }

    private void episodes(String... all) {
        stub.show(9, "{\"id\":9,\"name\":\"Ours\"}", "[" + String.join(",", all) + "]");
    }

    private static List<Integer> numbers(Found result) {
        return ((ShowItem) result.item())
                .seasons().getFirst().episodes().stream()
                        .map(EpisodeItem::number)
                        .toList();
    }

    private Found result(SourceQuery query) {
        SourceResult result = tvmaze.lookUp(query);
        assertThat(result).isInstanceOf(Found.class);
        return (Found) result;
    }

    private ShowItem show(SourceQuery query) {
        return (ShowItem) result(query).item();
    }

    private static SourceQuery ids(Ids ids) {
        return new SourceQuery(Kind.SHOW, ids, null, null, true);
    }

    private static SourceQuery titled(String title, @Nullable Integer year) {
        return new SourceQuery(Kind.SHOW, Ids.NONE, title, year, true);
    }
}
