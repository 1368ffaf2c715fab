package dev.spoolmark.metadata.tmdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.AlternativeTitle;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.ShowFacts.Status;
import dev.spoolmark.catalog.ingest.SourceItem.CreditItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.catalog.source.SourceChanges;
import dev.spoolmark.catalog.source.SourceQuery;
import dev.spoolmark.catalog.source.SourceResult.Failed;
import dev.spoolmark.catalog.source.SourceResult.Found;
import dev.spoolmark.catalog.source.SourceResult.NotFound;
import dev.spoolmark.catalog.source.SourceTitle;
import dev.spoolmark.catalog.source.TitleSearch;
import dev.spoolmark.core.Secret;
import dev.spoolmark.http.client.StubServer;
import dev.spoolmark.http.client.UpstreamClient;
import dev.spoolmark.http.client.UpstreamClientFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// TMDB with responses as in its documentation.
class TmdbTest {

    private static final Instant NOW = Instant.parse("2013-06-24T12:00:00Z");
    private static final String ABOUT_MOVIE =
            "?append_to_response=credits,release_dates,videos,alternative_titles,translations,recommendations";
    private static final String ABOUT_SHOW =
            "?append_to_response=external_ids,credits,content_ratings,alternative_titles,translations,recommendations";

    private static final String MOVIE = """
            {"id":272,"imdb_id":"tt0372784","title":"Batman Begins","original_title":"Batman Begins",
             "release_date":"2005-06-10","runtime":140,"tagline":"Evil fears the knight.","overview":"Driven by tragedy.",
             "poster_path":"/p.jpg","backdrop_path":"/b.jpg","genres":[{"id":28,"name":"Action"},{"id":80,"name":"Crime"}],
             "credits":{"cast":[{"id":3894,"name":"Christian Bale","character":"Bruce Wayne","profile_path":"/c.jpg"}],
               "crew":[{"id":525,"name":"Christopher Nolan","job":"Director"},{"id":525,"name":"Christopher Nolan",
               "job":"Screenplay"},{"id":1,"name":"Someone","job":"Grip"}]},
             "release_dates":{"results":[{"iso_3166_1":"DE","release_dates":[{"certification":"12"}]},
               {"iso_3166_1":"US","release_dates":[{"certification":""},{"certification":"PG-13"}]}]},
             "videos":{"results":[{"site":"Vimeo","type":"Trailer","key":"x"},{"site":"YouTube","type":"Clip","key":"y"},
               {"site":"YouTube","type":"Trailer","key":"QhPqez3CF8c"}]},
             "alternative_titles":{"titles":[{"iso_3166_1":"FR","title":"Batman : Le Commencement"}]}}
            """;

    private static final String SHOW = """
            {"id":1399,"name":"Game of Thrones","original_name":"Game of Thrones","first_air_date":"2011-04-17",
             "status":"Ended","episode_run_time":[60],"overview":"Seven families.","poster_path":"/p.jpg",
             "networks":[{"name":"HBO","origin_country":"US"}],"genres":[{"name":"Drama"}],
             "seasons":[{"id":3627,"season_number":0},{"id":3624,"season_number":1,"poster_path":"/s1.jpg"}],
             "external_ids":{"imdb_id":"tt0944947","tvdb_id":121361,"tvrage_id":24493},
             "content_ratings":{"results":[{"iso_3166_1":"US","rating":"TV-MA"}]}}
            """;

    private final StubServer stub = new StubServer();
    private final UpstreamClient client =
            UpstreamClientFactory.of("1", () -> NOW).open(stub.destination());
    private final Tmdb tmdb = new Tmdb(client, Secret.of("the token".getBytes(UTF_8)), () -> NOW);

    @AfterEach
    void close() {
        client.close();
        stub.close();
    }

    @Test
    void translationsAreAlternativeTitlesAndTheOverviewIsEnglishOrOriginal() {
        stub.on("/3/movie/5" + ABOUT_MOVIE, """
                {"id":5,"title":"The Lamp","original_title":"Die Lampe","original_language":"de","overview":"",
                 "translations":{"translations":[
                   {"iso_639_1":"fr","iso_3166_1":"FR","data":{"title":"La Lampe","overview":"Une lampe."}},
                   {"iso_639_1":"de","iso_3166_1":"DE","data":{"title":"","overview":"Eine Lampe."}}]}}
                """);

        MovieItem lamp = (MovieItem) sourceItem(ids(Kind.MOVIE, new Ids(null, null, 5L, null, null)));

        assertThat(lamp.otherTitles())
                .containsExactly(
                        new AlternativeTitle("Die Lampe", "de", null), new AlternativeTitle("La Lampe", "fr", "FR"));
        assertThat(lamp.facts().overview()).isEqualTo("Eine Lampe.");
    }

    @Test
    void aMovieIsReadCompletely() {
        stub.on("/3/movie/272" + ABOUT_MOVIE, MOVIE);

        MovieItem movie = (MovieItem) sourceItem(ids(Kind.MOVIE, new Ids(null, null, 272L, null, null)));

        assertThat(movie.ids()).isEqualTo(new Ids("tt0372784", null, 272L, null, null));
        assertThat(movie.year()).isEqualTo(2005);
        assertThat(movie.facts().certification()).isEqualTo("PG-13");
        assertThat(movie.facts().trailer()).isEqualTo("https://youtube.com/watch?v=QhPqez3CF8c");
        assertThat(movie.facts().genres()).containsExactly("Action", "Crime");
        assertThat(movie.facts().images().fanart()).isEqualTo("https://image.tmdb.org/t/p/original/b.jpg");
        assertThat(movie.credits()).map(CreditItem::job).containsExactly("Actor", "Director", "Writer");
        assertThat(movie.otherTitles()).containsExactly(new AlternativeTitle("Batman : Le Commencement", null, "FR"));
        assertThat(stub.requests())
                .allMatch(request -> request.header("Authorization").equals("Bearer the token"));
    }

    @Test
    void recommendationsAreRelatedItems() {
        String recommended = ",\"recommendations\":{\"results\":[{\"id\":155},{\"title\":\"?\"},{\"id\":49026}]}}";
        stub.on("/3/movie/272" + ABOUT_MOVIE, "{\"id\":272,\"title\":\"Batman Begins\"" + recommended);
        stub.on("/3/tv/9" + ABOUT_SHOW, "{\"id\":9,\"name\":\"Ours\"" + recommended);

        List<Ids> both = List.of(new Ids(null, null, 155L, null, null), new Ids(null, null, 49026L, null, null));
        assertThat(related(Kind.MOVIE, 272)).isEqualTo(both);
        assertThat(related(Kind.SHOW, 9)).isEqualTo(both);
    }

    private List<Ids> related(Kind kind, long id) {
        return ((Found) tmdb.lookUp(ids(kind, new Ids(null, null, id, null, null)))).related();
    }

    @Test
    void aMovieIsFoundByItsImdbId() {
        stub.on("/3/find/tt0372784?external_source=imdb_id", "{\"movie_results\":[{\"id\":272}],\"tv_results\":[]}");
        stub.on("/3/movie/272" + ABOUT_MOVIE, MOVIE);

        assertThat(sourceItem(ids(Kind.MOVIE, new Ids("tt0372784", null, null, null, null)))
                        .title())
                .isEqualTo("Batman Begins");
    }

    @Test
    void aTitleMatchesTheOnlyMovieOfItsYear() {
        stub.on("/3/search/movie?query=Batman+Begins", """
                {"results":[{"id":1,"title":"Batman Begins Again","release_date":"2005-01-01"},
                {"id":272,"title":"Batman Begins","release_date":"2005-06-10"},
                {"id":2,"title":"Batman Begins","release_date":""}]}""");
        stub.on("/3/movie/272" + ABOUT_MOVIE, MOVIE);

        assertThat(sourceItem(new SourceQuery(Kind.MOVIE, Ids.NONE, "Batman Begins", 2005, true))
                        .ids()
                        .tmdb())
                .isEqualTo(272);
        assertThat(tmdb.lookUp(new SourceQuery(Kind.MOVIE, Ids.NONE, "Batman Begins", null, true)))
                .isEqualTo(new NotFound(List.of("knows 2 of this title")));
    }

    @Test
    void aShowIsReadWithItsSeasons() {
        stub.on("/3/find/121361?external_source=tvdb_id", "{\"tv_results\":[{\"id\":1399}]}");
        stub.on("/3/tv/1399" + ABOUT_SHOW, SHOW);
        stub.on("/3/tv/1399?append_to_response=season/0,season/1", """
                {"season/0":{"season_number":0,"episodes":[{"id":5,"episode_number":1,"name":"Inside"}]},
                 "season/1":{"season_number":1,"episodes":[{"id":63056,"episode_number":1,"name":"Winter Is Coming",
                   "air_date":"2011-04-17","runtime":62,"still_path":"/e.jpg"},
                   {"id":63057,"episode_number":2,"air_date":"?"}]}}""");

        ShowItem show = (ShowItem) sourceItem(ids(Kind.SHOW, Ids.ofTvdb(121_361)));

        assertThat(show.ids()).isEqualTo(new Ids("tt0944947", 121361L, 1399L, 24493L, null));
        assertThat(show.facts().status()).isEqualTo(Status.ENDED);
        assertThat(show.facts().broadcast().country()).isEqualTo("United States");
        assertThat(show.facts().certification()).isEqualTo("TV-MA");
        assertThat(show.seasons()).map(SeasonItem::number).containsExactly(0, 1);
        assertThat(show.seasons().get(1).poster()).isEqualTo("https://image.tmdb.org/t/p/original/s1.jpg");
        assertThat(show.seasons().get(1).episodes()).hasSize(2);
        assertThat(show.seasons().get(1).episodes().getFirst().facts().airDate())
                .isEqualTo(LocalDate.of(2011, 4, 17));
    }

    @Test
    void seasonsAreRequestedInBatchesOfTwenty() {
        String seasons = IntStream.rangeClosed(1, 41)
                .mapToObj(number -> "{\"season_number\":" + number + "}")
                .collect(Collectors.joining(","));
        stub.on("/3/tv/9" + ABOUT_SHOW, "{\"id\":9,\"name\":\"Long\",\"seasons\":[" + seasons + "]}");

        sourceItem(ids(Kind.SHOW, new Ids(null, null, 9L, null, null)));

        assertThat(stub.requests()).hasSize(4);
        assertThat(stub.lines().getLast()).isEqualTo("GET /3/tv/9?append_to_response=season/41");
    }

    @Test
    void aGapFillRequestsNoSeasons() {
        stub.on("/3/tv/1399" + ABOUT_SHOW, SHOW);

        SourceQuery query = new SourceQuery(Kind.SHOW, new Ids(null, null, 1399L, null, null), null, null, false);

        assertThat(((ShowItem) sourceItem(query)).seasons()).isEmpty();
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void aRejectedTokenIsReported() {
        stub.on("/3/movie/272" + ABOUT_MOVIE, StubServer.status(401));

        assertThat(tmdb.lookUp(ids(Kind.MOVIE, new Ids(null, null, 272L, null, null))))
                .isEqualTo(new Failed("does not accept the key (401)"));
    }

    @Test
    void changesAreReadByPage() {
        stub.on("/3/movie/changes?start_date=2013-06-23&page=1", "{\"results\":[{\"id\":1}],\"total_pages\":2}");
        stub.on("/3/movie/changes?start_date=2013-06-23&page=2", "{\"results\":[{\"id\":2}],\"total_pages\":2}");

        List<SourceChanges> changes = tmdb.changesSince(Duration.ofHours(1));

        assertThat(changes.getFirst().items())
                .containsOnlyKeys(new Ids(null, null, 1L, null, null), new Ids(null, null, 2L, null, null))
                .containsValue(Instant.parse("2013-06-23T00:00:00Z"));
        assertThat(changes.getLast()).isEqualTo(SourceChanges.failed(Kind.SHOW, "has no list of changes"));
    }

    private dev.spoolmark.catalog.ingest.SourceItem sourceItem(SourceQuery query) {
        return ((Found) tmdb.lookUp(query)).item();
    }

    private static SourceQuery ids(Kind kind, Ids ids) {
        return new SourceQuery(kind, ids, null, null, true);
    }

    @Test
    void aSearchFindsMoviesAndShowsWithOneRequest() {
        stub.on("/3/search/multi?query=batman", """
                {"results":[{"id":272,"media_type":"movie","title":"Batman Begins","release_date":"2005-06-10"},
                 {"id":2287,"media_type":"tv","name":"Batman","first_air_date":""},
                 {"id":9,"media_type":"person","name":"Bat Man"},{"media_type":"movie","title":"No id"},
                 {"id":10,"media_type":"movie"},{"id":11,"media_type":"collection","name":"Batman Collection"}]}
                """);

        assertThat(tmdb.search("batman"))
                .isEqualTo(new TitleSearch.Hits(List.of(
                        new SourceTitle("tmdb", Kind.MOVIE, Ids.ofTmdb(272), "Batman Begins", 2005),
                        new SourceTitle("tmdb", Kind.SHOW, Ids.ofTmdb(2287), "Batman", null))));
        assertThat(tmdb.search("fails")).isInstanceOf(TitleSearch.Hits.class);
        stub.on("/3/search/multi?query=fails", StubServer.status(500));
        assertThat(tmdb.search("fails")).isEqualTo(new TitleSearch.Unavailable("answered 500"));
    }
}
