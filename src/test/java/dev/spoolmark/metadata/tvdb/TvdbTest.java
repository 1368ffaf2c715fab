package dev.spoolmark.metadata.tvdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.AlternativeTitle;
import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.catalog.source.SourceChanges;
import dev.spoolmark.catalog.source.SourceQuery;
import dev.spoolmark.catalog.source.SourceResult.Failed;
import dev.spoolmark.catalog.source.SourceResult.Found;
import dev.spoolmark.core.Secret;
import dev.spoolmark.http.client.StubServer;
import dev.spoolmark.http.client.UpstreamClient;
import dev.spoolmark.http.client.UpstreamClientFactory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// TheTVDB with responses as in its documentation.
class TvdbTest {

    private static final Instant NOW = Instant.parse("2013-06-24T12:00:00Z");
    private static final String TOKEN = "{\"status\":\"success\",\"data\":{\"token\":\"%s\"}}";
    private static final String SERIES = "/v4/series/121361/extended?short=true&meta=translations";

    private static final String SHOW = """
            {"status":"success","data":{"id":121361,"name":"Game of Thrones","firstAired":"2011-04-17",
             "status":{"name":"Ended"},"originalCountry":"usa","originalNetwork":{"name":"HBO"},"averageRuntime":57,
             "airsTime":"21:00","airsDays":{"monday":false,"sunday":true},"overview":"Seven families.",
             "image":"https://artworks.thetvdb.com/p.jpg","genres":[{"name":"Drama"}],
             "contentRatings":[{"country":"gbr","name":"18"},{"country":"usa","name":"TV-MA"}],
             "remoteIds":[{"id":"tt0944947","type":2,"sourceName":"IMDB"},{"id":"1399","sourceName":"TheMovieDB.com"}]}}
            """;

    private static final String EPISODES = """
            {"data":{"series":{"id":121361},"episodes":[
             {"id":3254641,"seasonNumber":1,"number":1,"name":"Winter Is Coming","aired":"2011-04-17","runtime":61},
             {"id":137831,"seasonNumber":0,"number":1,"name":"Inside","aired":"2010-12-05"},
             {"id":9,"seasonNumber":null,"number":null,"name":"Lost"}]},"links":{"next":null}}
            """;

    private final StubServer stub = new StubServer();
    private final UpstreamClient client =
            UpstreamClientFactory.of("1", InstantSource.system()).open(stub.destination());
    private final Tvdb tvdb = new Tvdb(client, Secret.of("the key".getBytes(UTF_8)), () -> NOW);

    @AfterEach
    void close() {
        client.close();
        stub.close();
    }

    @Test
    void theKeyIsExchangedForATokenOnce() {
        stub.on("/v4/login", TOKEN.formatted("t1")).on(SERIES, SHOW);
        stub.on("/v4/series/121361/episodes/default?page=0", EPISODES);

        result();
        result();

        assertThat(stub.lines()).containsOnlyOnce("POST /v4/login");
        assertThat(stub.requests().getFirst().body()).isEqualTo("{\"apikey\":\"the key\"}");
        assertThat(stub.requests().get(1).header("Authorization")).isEqualTo("Bearer t1");
    }

    @Test
    void aShowIsReadWithItsEpisodes() {
        stub.on("/v4/login", TOKEN.formatted("t1")).on(SERIES, SHOW);
        stub.on("/v4/series/121361/episodes/default?page=0", EPISODES);

        Found result = result();

        ShowItem show = (ShowItem) result.item();
        assertThat(show.ids()).isEqualTo(new Ids("tt0944947", 121361L, null, null, null));
        assertThat(show.facts().broadcast())
                .isEqualTo(new Broadcast("HBO", "United States", null, DayOfWeek.SUNDAY, LocalTime.of(21, 0)));
        assertThat(show.facts().certification()).isEqualTo("TV-MA");
        assertThat(show.seasons()).map(SeasonItem::number).containsExactly(0, 1);
        assertThat(show.seasons().get(1).episodes().getFirst().ids()).isEqualTo(Ids.ofTvdb(3_254_641));
        assertThat(result.unplaced()).hasSize(1);
    }

    @Test
    void titleAndOverviewAreEnglishIfTranslated() {
        stub.on("/v4/login", TOKEN.formatted("t1"));
        stub.on(SERIES, """
                {"data":{"id":121361,"name":"Die Lampe","originalLanguage":"deu","overview":"Eine Lampe.",
                 "aliases":[{"language":"fra","name":"La Lampe"}],
                 "translations":{
                  "nameTranslations":[{"language":"eng","name":"Lamp!","isAlias":true},
                                      {"language":"eng","name":"The Lamp","isPrimary":true}],
                  "overviewTranslations":[{"language":"eng","overview":"A lamp."}]}}}
                """);
        stub.on("/v4/series/121361/episodes/default?page=0", EPISODES);

        ShowItem lamp = (ShowItem) result().item();

        assertThat(lamp.title()).isEqualTo("The Lamp");
        assertThat(lamp.facts().overview()).isEqualTo("A lamp.");
        assertThat(lamp.otherTitles())
                .containsExactly(
                        new AlternativeTitle("Die Lampe", "deu", null),
                        new AlternativeTitle("Lamp!", "eng", null),
                        new AlternativeTitle("La Lampe", "fra", null));
    }

    @Test
    void episodeTitlesAreEnglishIfTranslated() {
        stub.on("/v4/login", TOKEN.formatted("t1"));
        stub.on(SERIES, "{\"data\":{\"id\":121361,\"name\":\"Die Lampe\",\"originalLanguage\":\"deu\"}}");
        stub.on("/v4/series/121361/episodes/default?page=0", """
                {"data":{"episodes":[
                 {"id":1,"seasonNumber":1,"number":1,"name":"Das Licht","overview":"Es wird hell.","aired":"2011-04-17"},
                 {"id":2,"seasonNumber":1,"number":2,"name":"Der Schatten","overview":"Es wird dunkel."}]}}
                """);
        stub.on("/v4/series/121361/episodes/default/eng?page=0", """
                {"data":{"episodes":[{"id":1,"name":"The Light","overview":null},{"id":2,"name":null},{"name":"?"}]}}
                """);

        List<EpisodeFacts> facts = ((ShowItem) result().item())
                .seasons().getFirst().episodes().stream()
                        .map(EpisodeItem::facts)
                        .toList();

        assertThat(facts).map(EpisodeFacts::title).containsExactly("The Light", "Der Schatten");
        assertThat(facts).map(EpisodeFacts::overview).containsExactly("Es wird hell.", "Es wird dunkel.");
        assertThat(facts.getFirst().airDate()).isEqualTo(LocalDate.of(2011, 4, 17));
    }

    @Test
    void noTranslationsAreRequestedForEnglishShows() {
        stub.on("/v4/login", TOKEN.formatted("t1"));
        stub.on(SERIES, "{\"data\":{\"id\":121361,\"name\":\"The Lamp\",\"originalLanguage\":\"eng\"}}");
        stub.on("/v4/series/121361/episodes/default?page=0", EPISODES);

        result();

        assertThat(stub.lines()).noneMatch(line -> line.contains("/eng?"));
    }

    @Test
    void changesAreReadByPageAndAnEpisodeChangesItsShow() {
        long since = NOW.minus(Duration.ofHours(1)).getEpochSecond();
        stub.on("/v4/login", TOKEN.formatted("t1"));
        stub.on("/v4/updates?since=" + since + "&type=series&page=0", """
                {"data":[{"recordId":5,"timeStamp":1372070000},{"recordId":"none"}],"links":{"next":"page 1"}}""");
        stub.on("/v4/updates?since=" + since + "&type=series&page=1", """
                {"data":[{"recordId":6,"timeStamp":1372071000}],"links":{"next":null}}""");
        stub.on("/v4/updates?since=" + since + "&type=episodes&page=0", """
                {"data":[{"recordId":900,"seriesId":5,"timeStamp":1372072000}],"links":{"next":null}}""");

        assertThat(tvdb.changesSince(Duration.ofHours(1)))
                .containsExactly(new SourceChanges(
                        Kind.SHOW,
                        Map.of(
                                Ids.ofTvdb(5), Instant.ofEpochSecond(1_372_072_000),
                                Ids.ofTvdb(6), Instant.ofEpochSecond(1_372_071_000)),
                        null));
    }

    @Test
    void aFailedRequestForChangesIsReportedInOneLine() {
        stub.on("/v4/login", TOKEN.formatted("t1"));

        assertThat(tvdb.changesSince(Duration.ofHours(1)))
                .containsExactly(SourceChanges.failed(Kind.SHOW, "has no list of changes"));
    }

    @Test
    void aRejectedTokenIsRenewed() {
        stub.on("/v4/login", TOKEN.formatted("t1")).on(SERIES, SHOW);
        stub.on("/v4/series/121361/episodes/default?page=0", EPISODES);
        result();
        stub.on("/v4/login", TOKEN.formatted("t2"));
        stub.on(
                SERIES,
                exchange -> (exchange.getRequestHeaders()
                                        .getFirst("Authorization")
                                        .equals("Bearer t2")
                                ? StubServer.json(SHOW)
                                : StubServer.status(401))
                        .to(exchange));

        assertThat(result().item().title()).isEqualTo("Game of Thrones");
    }

    @Test
    void aRejectedKeyIsReportedWithoutTheKey() {
        stub.on("/v4/login", StubServer.status(401));

        assertThat(tvdb.lookUp(question())).isEqualTo(new Failed("does not accept the key (401)"));
    }

    @Test
    void aShowIsFoundByItsImdbId() {
        stub.on("/v4/login", TOKEN.formatted("t1")).on(SERIES, SHOW);
        stub.on("/v4/search/remoteid/tt0944947", "{\"data\":[{\"movie\":{\"id\":1}},{\"series\":{\"id\":121361}}]}");

        SourceQuery query = new SourceQuery(Kind.SHOW, new Ids("tt0944947", null, null, null, null), null, null, false);

        assertThat(((Found) tvdb.lookUp(query)).item().title()).isEqualTo("Game of Thrones");
    }

    private Found result() {
        return (Found) tvdb.lookUp(question());
    }

    private static SourceQuery question() {
        return new SourceQuery(Kind.SHOW, Ids.ofTvdb(121_361), null, null, true);
    }
}
