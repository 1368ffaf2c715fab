package dev.spoolmark.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.metadata.InvalidRecords.InvalidRecord;
import dev.spoolmark.metadata.jsonl.CatalogFileFormat;
import dev.spoolmark.metadata.tmdb.TmdbEpisodes;
import dev.spoolmark.metadata.tmdb.TmdbFields;
import dev.spoolmark.metadata.tmdb.TmdbItem;
import dev.spoolmark.metadata.tvdb.TvdbShow;
import dev.spoolmark.metadata.tvmaze.TvmazeEmbedded;
import dev.spoolmark.metadata.tvmaze.TvmazeEpisode;
import dev.spoolmark.metadata.tvmaze.TvmazeShow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An invalid value affects neither its record nor other values nor the run.
class InvalidValueReportTest {

    private static final String TVMAZE_SHOW = """
            {"id":7,"name":"Ours","genres":["Drama"],"status":"Running","runtime":60,"averageRuntime":61,
             "premiered":"2014-01-06","schedule":{"time":"21:00","days":["Monday"]},
             "network":{"name":"NBC","country":{"name":"United States","timezone":"America/New_York"}},
             "webChannel":null,"externals":{"tvrage":8,"thetvdb":9,"imdb":"tt0944947"},
             "image":{"original":"http://p/7"},"summary":"<p>Words</p>","_embedded":{"episodes":[
             {"id":71,"name":"One","season":1,"number":1,"airdate":"2014-01-06","airstamp":"2014-01-07T02:00:00+00:00",
              "runtime":60,"image":{"original":"http://p/71"},"summary":"First."},
             {"id":72,"name":"Two","season":1,"number":2,"airdate":"2014-01-13"}],
             "cast":[{"person":{"id":3,"name":"Ann","birthday":"1974-01-30","image":{"original":"http://p/3"}},
              "character":{"name":"Captain"}}],"akas":[{"name":"Nosotros","country":{"code":"ES"}}],
             "images":[{"type":"banner","main":true,"resolutions":{"original":{"url":"http://p/b"}}}]}}
            """;

    private static final String SPOOLMARK_SHOW = """
            {"type":"show","title":"Ours","year":2014,"ids":{"tvdb":9,"imdb":"tt0944947"},"first_aired":"2014-01-06",
             "network":"NBC","country":"United States","time_zone":"America/New_York","air_day":"Monday",
             "air_time":"21:00","runtime":60,"status":"Continuing","certification":"TV-MA","genres":["Drama"],
             "overview":"Words.","images":{"banner":"http://p/b"},"updated":"2013-03-22T01:35:23Z",
             "titles":[{"title":"Nosotros","language":"es","country":"ES"}],
             "people":[{"name":"Ann","job":"Actor","character":"Captain","ids":{"tmdb":3}}],
             "seasons":[{"number":1,"ids":{"tvdb":7},"images":{"poster":"http://p/s"},"episodes":[
             {"number":1,"title":"One","first_aired":"2014-01-07T02:00:00Z","runtime":60,"overview":"First.",
              "ids":{"tvdb":71},"images":{"screen":"http://p/e"}}]}]}
            """;

    private static final String SPOOLMARK_MOVIE = """
            {"type":"movie","title":"Ours","year":2005,"ids":{"imdb":"tt0372784","tmdb":272},"released":"2005-06-15",
             "runtime":140,"tagline":"Evil.","overview":"Words.","trailer":"http://p/t","certification":"PG-13",
             "genres":["Action"],"people":[{"name":"Ann","job":"Actor","ids":{"tmdb":3}}],
             "images":{"poster":"http://p/p","fanart":"http://p/f"},"updated":"2013-03-22T01:35:23Z"}
            """;

    private static final String TMDB_MOVIE = """
            {"id":272,"imdb_id":"tt0372784","title":"Ours","original_title":"Nuestra","original_language":"es",
             "release_date":"2005-06-10","runtime":140,"tagline":"Evil.","overview":"Words.","poster_path":"/p.jpg",
             "backdrop_path":"/b.jpg","genres":[{"name":"Action"}],
             "credits":{"cast":[{"id":3,"name":"Ann","character":"Captain","profile_path":"/c.jpg"}],
               "crew":[{"id":4,"name":"Bob","job":"Director"}]},
             "release_dates":{"results":[{"iso_3166_1":"US","release_dates":[{"certification":"PG-13"}]}]},
             "videos":{"results":[{"site":"YouTube","type":"Trailer","key":"k"}]},
             "alternative_titles":{"titles":[{"iso_3166_1":"FR","title":"La"}]},
             "translations":{"translations":[{"iso_639_1":"fr","iso_3166_1":"FR","data":{"title":"La","overview":"o"}}]},
             "recommendations":{"results":[{"id":155}]}}
            """;

    private static final String TMDB_SHOW = """
            {"id":9,"name":"Ours","original_name":"Nuestra","first_air_date":"2011-04-17","status":"Ended",
             "episode_run_time":[60],"overview":"Words.","poster_path":"/p.jpg","origin_country":["US"],
             "networks":[{"name":"HBO","origin_country":"US"}],"genres":[{"name":"Drama"}],
             "seasons":[{"id":36,"season_number":1,"poster_path":"/s1.jpg"}],
             "external_ids":{"imdb_id":"tt0944947","tvdb_id":121361,"tvrage_id":24493},
             "content_ratings":{"results":[{"iso_3166_1":"US","rating":"TV-MA"}]}}
            """;

    private static final String TMDB_SEASON = """
            {"season_number":1,"episodes":[
             {"id":63,"episode_number":1,"name":"One","overview":"o","air_date":"2011-04-17","runtime":62,
              "still_path":"/e.jpg"},{"id":64,"episode_number":2,"name":"Two"}]}
            """;

    private static final String TVDB_SHOW = """
            {"id":9,"name":"Ours","firstAired":"2011-04-17","status":{"name":"Ended"},"averageRuntime":57,
             "overview":"Words.","image":"http://p/i","genres":[{"name":"Drama"}],"originalCountry":"usa",
             "originalLanguage":"eng","originalNetwork":{"name":"HBO"},"airsDays":{"sunday":true},"airsTime":"21:00",
             "contentRatings":[{"country":"usa","name":"TV-MA"}],"remoteIds":[{"sourceName":"IMDB","id":"tt0944947"}],
             "aliases":[{"language":"eng","name":"GoT"}],
             "translations":{"nameTranslations":[{"language":"eng","name":"Ours"}],"overviewTranslations":[]}}
            """;

    private static final String TVDB_EPISODES = """
            {"episodes":[{"id":63,"seasonNumber":1,"number":1,"name":"One","overview":"o","aired":"2011-04-17",
             "runtime":62,"image":"http://p/e"},{"id":64,"seasonNumber":1,"number":2,"name":"Two"}]}
            """;

    // Files

    @Test
    void anInvalidValueInATvmazeFileAffectsNoOther() throws IOException {
        String neighbour = "{\"id\":99,\"name\":\"Neighbour\",\"premiered\":\"2015-01-05\"}";
        for (InvalidRecord invalid : InvalidRecords.of(TVMAZE_SHOW)) {
            ReadItems read = ReadItems.of(CatalogFileFormat.TVMAZE, "[" + invalid.json() + ",\n" + neighbour + "]");

            assertThat(read.items).as(invalid.where()).hasSize(2);
            assertThat(read.items.getLast().title()).as(invalid.where()).isEqualTo("Neighbour");
            ShowItem show = (ShowItem) read.items.getFirst();
            assertThat(show.ids().isEmpty()).as(invalid.where()).isFalse();
        }
    }

    @Test
    void anInvalidValueOfAShowInAFileAffectsNoOther() throws IOException {
        for (InvalidRecord invalid : InvalidRecords.of(SPOOLMARK_SHOW, "/type")) {
            ReadItems read =
                    ReadItems.of(CatalogFileFormat.SPOOLMARK, invalid.json() + "\n" + oneLine(SPOOLMARK_MOVIE));

            if (!misspelt(invalid)) {
                assertThat(read.items).as(invalid.where()).hasSize(2);
            }
            assertThat(read.items.getLast().title()).as(invalid.where()).isEqualTo("Ours");
        }
    }

    @Test
    void anInvalidValueOfAMovieInAFileAffectsNoOther() throws IOException {
        for (InvalidRecord invalid : InvalidRecords.of(SPOOLMARK_MOVIE, "/type")) {
            ReadItems read = ReadItems.of(CatalogFileFormat.SPOOLMARK, invalid.json() + "\n" + oneLine(SPOOLMARK_SHOW));

            if (!misspelt(invalid)) {
                assertThat(read.items).as(invalid.where()).hasSize(2);
            }
            assertThat(read.items.getLast()).as(invalid.where()).isInstanceOf(ShowItem.class);
        }
    }

    /// @return whether the record is refused because of an unknown member
    private static boolean misspelt(InvalidRecord invalid) {
        return invalid.where().endsWith("= {\"a\":{\"b\":[1]}}");
    }

    @Test
    void invalidValuesAreReportedWithTheirLine() throws IOException {
        ReadItems read = ReadItems.of(
                CatalogFileFormat.SPOOLMARK,
                oneLine(SPOOLMARK_MOVIE) + "\n"
                        + oneLine(SPOOLMARK_SHOW
                                .replace("\"runtime\":60,\"status\"", "\"runtime\":42.5,\"status\"")
                                .replace("America/New_York", "Mars/Base")
                                .replace("\"Monday\"", "\"Weekdays\"")
                                .replace("\"2014-01-07T02:00:00Z\"", "\"2015-00-00\"")));

        assertThat(read.refusals).isEmpty();
        assertThat(read.warnings)
                .containsExactlyInAnyOrder(
                        "line 2: \"runtime\" must be a whole number from 0, not 42.5",
                        "line 2: \"time_zone\" must be a time zone such as America/New_York, not \"Mars/Base\"",
                        "line 2: \"air_day\" must be an English weekday, not \"Weekdays\"",
                        "line 2: \"first_aired\" must be a date such as 2005-06-15, not \"2015-00-00\"");
    }

    @Test
    void malformedBytesAffectNoOtherText() throws IOException {
        byte[] line = "[{\"id\":7,\"name\":\"Our?\"},\n{\"id\":8,\"name\":\"Neighbour\"}]".getBytes(UTF_8);
        line["[{\"id\":7,\"name\":\"Our".length()] = (byte) 0xff;
        Path file = Files.createTempFile("odd", ".json");
        Files.write(file, line);

        ReadItems read = ReadItems.of(CatalogFileFormat.TVMAZE, null, file);

        assertThat(read.items).map(SourceItem::title).containsExactly("Our\ufffd", "Neighbour");
    }

    // Sources

    @Test
    void anInvalidValueOfTvmazeAffectsNoOther() {
        for (InvalidRecord invalid : InvalidRecords.of(TVMAZE_SHOW)) {
            ShowItem show = TvmazeShow.withSeasons(invalid.record(), Ids.ofTvmaze(7), List.of(), _ -> {});
            assertThat(show.ids().tvmaze()).as(invalid.where()).isNotNull();
        }
        for (InvalidRecord invalid : InvalidRecords.of(TVMAZE_SHOW)) {
            EpisodeCollector episodes = new EpisodeCollector();
            JsonNode list = invalid.record().path("_embedded").path("episodes");
            if (invalid.where().startsWith("/_embedded/episodes/0")) {
                list.forEach(episode -> TvmazeEpisode.addTo(episodes, episode));
                hasTheNeighbour(episodes, invalid);
            }
        }
    }

    @Test
    void anInvalidValueOfATmdbMovieAffectsNoOther() {
        for (InvalidRecord invalid : InvalidRecords.of(TMDB_MOVIE)) {
            MovieItem movie = TmdbItem.movie(272, invalid.record());
            assertThat(movie.facts()).as(invalid.where()).isNotEqualTo(MovieFacts.NONE);
            assertThat(movie.ids().tmdb()).as(invalid.where()).isNotNull();
            TmdbItem.related(invalid.record());
            TmdbFields.invalidValuesOfMovie(invalid.record());
        }
    }

    @Test
    void anInvalidValueOfATmdbShowAffectsNoOther() {
        for (InvalidRecord invalid : InvalidRecords.of(TMDB_SHOW)) {
            EpisodeCollector episodes = new EpisodeCollector();
            TmdbEpisodes.seasonNumbers(invalid.record());
            TmdbEpisodes.putHeadsOn(episodes, invalid.record());
            TmdbFields.invalidValuesOfShow(invalid.record());
            ShowItem show = TmdbItem.show(9, invalid.record(), episodes.seasons());
            assertThat(show.facts()).as(invalid.where()).isNotEqualTo(ShowFacts.NONE);
        }
        for (InvalidRecord invalid : InvalidRecords.of(TMDB_SEASON)) {
            if (invalid.where().startsWith("/episodes/0/")) {
                EpisodeCollector episodes = new EpisodeCollector();
                TmdbEpisodes.putEpisodesOn(episodes, invalid.record());
                hasTheNeighbour(episodes, invalid);
            }
        }
    }

    @Test
    void anInvalidValueOfTvdbAffectsNoOther() {
        for (InvalidRecord invalid : InvalidRecords.of(TVDB_SHOW)) {
            TvdbShow.invalidValues(invalid.record());
            ShowItem show = TvdbShow.item(9, invalid.record(), List.of());
            assertThat(show.facts()).as(invalid.where()).isNotEqualTo(ShowFacts.NONE);
            assertThat(show.ids().tvdb()).as(invalid.where()).isNotNull();
        }
        for (InvalidRecord invalid : InvalidRecords.of(TVDB_EPISODES)) {
            if (invalid.where().startsWith("/episodes/0/")) {
                EpisodeCollector episodes = new EpisodeCollector();
                invalid.record().path("episodes").forEach(episode -> TvdbShow.addTo(episodes, episode, Map.of()));
                hasTheNeighbour(episodes, invalid);
            }
        }
    }

    @Test
    void invalidValuesInListsAreReportedByTheirPath() {
        JsonNode movie = JsonMapper.shared().readTree("""
                {"credits": {"cast": [{"name": "Ann"}, "Bob", {"name": ["Cem"], "id": "x"}], "crew": 7},
                 "alternative_titles": {"titles": [{"title": {}}]},
                 "translations": {"translations": [{"data": {"title": 1.5}}, {"data": []}]}}
                """);
        JsonNode show = JsonMapper.shared().readTree("""
                {"origin_country": ["US", {}], "episode_run_time": ["long"], "external_ids": {"tvdb_id": "none"}}
                """);
        JsonNode ofTvdb = JsonMapper.shared().readTree("""
                {"genres": [{"name": {}}], "aliases": [null, 5], "translations": {"nameTranslations": {}}}
                """);
        JsonNode ofTvmaze = JsonMapper.shared().readTree("""
                {"_embedded": {"cast": [{"person": {"name": {}, "birthday": "soon"}}], "akas": "many"}}
                """);

        assertThat(TmdbFields.invalidValuesOfMovie(movie))
                .containsExactly(
                        "\"alternative_titles.titles[0].title\" must be a text, not an object",
                        "\"credits.cast[1]\" must be an object, not \"Bob\"",
                        "\"credits.cast[2].id\" must be a whole number, not \"x\"",
                        "\"credits.cast[2].name\" must be a text, not a list",
                        "\"credits.crew\" must be a list, not 7",
                        "\"translations.translations[1].data\" must be an object, not a list",
                        "\"translations.translations[0].data.title\" must be a text, not 1.5");
        assertThat(TmdbFields.invalidValuesOfShow(show))
                .containsExactly(
                        "\"episode_run_time[0]\" must be a whole number from 0, not \"long\"",
                        "\"external_ids.tvdb_id\" must be a whole number, not \"none\"",
                        "\"origin_country[1]\" must be a text, not an object");
        assertThat(TvdbShow.invalidValues(ofTvdb))
                .containsExactly(
                        "\"aliases[1]\" must be an object, not 5",
                        "\"genres[0].name\" must be a text, not an object",
                        "\"translations.nameTranslations\" must be a list, not an object");
        assertThat(TvmazeEmbedded.invalidValues(ofTvmaze))
                .containsExactly(
                        "\"_embedded.akas\" must be a list, not \"many\"",
                        "\"_embedded.cast[0].person.birthday\" must be a date, not \"soon\"",
                        "\"_embedded.cast[0].person.name\" must be a text, not an object");
    }

    @Test
    void invalidValuesAreReportedByTheirMember() {
        JsonNode movie = JsonMapper.shared()
                .readTree(TMDB_MOVIE
                        .replace("140", "\"soon\"")
                        .replace("\"2005-06-10\"", "\"2005-00-00\"")
                        .replace("[{\"name\":\"Action\"}]", "{}"));

        assertThat(TmdbFields.invalidValuesOfMovie(movie))
                .containsExactly(
                        "\"genres\" must be a list, not an object",
                        "\"release_date\" must be a date, not \"2005-00-00\"",
                        "\"runtime\" must be a whole number from 0, not \"soon\"");
        assertThat(TmdbItem.movie(272, movie).year()).isEqualTo(2005);
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "24:35", "25:15", "29:00"})
    void hoursAfterMidnightBelongToTheNextDay(String time) throws IOException {
        String content = TVMAZE_SHOW.replace("\"time\":\"21:00\"", "\"time\":\"" + time + "\"");

        ShowItem show =
                (ShowItem) ReadItems.of(CatalogFileFormat.TVMAZE, content).items.getFirst();

        assertThat(show.facts().broadcast().nextDay()).isTrue();
        assertThat(show.facts().broadcast().day()).isEqualTo(DayOfWeek.MONDAY);
    }

    @ParameterizedTest
    @CsvSource({
        "00:35,2014-01-07T05:35:00Z,true",
        "00:35,2014-01-06T05:35:00Z,false",
        "21:00,2014-01-07T02:00:00Z,false"
    })
    void aTimeAfterMidnightBelongsToTheScheduledDay(String time, Instant airsAt, boolean nextDay) throws IOException {
        String content = TVMAZE_SHOW
                .replace("\"time\":\"21:00\"", "\"time\":\"" + time + "\"")
                .replace("2014-01-07T02:00:00+00:00", airsAt.toString());

        ShowItem show =
                (ShowItem) ReadItems.of(CatalogFileFormat.TVMAZE, content).items.getFirst();

        assertThat(show.facts().broadcast().nextDay()).isEqualTo(nextDay);
        assertThat(show.facts().broadcast().time()).isEqualTo(LocalTime.parse(time));
        assertThat(show.facts().firstAired()).isEqualTo(LocalDate.of(2014, 1, 6));
    }

    private static void hasTheNeighbour(EpisodeCollector episodes, InvalidRecord invalid) {
        assertThat(episodes.seasons().stream().flatMap(season -> season.episodes().stream()))
                .as(invalid.where())
                .anyMatch(episode -> "Two".equals(episode.facts().title()));
    }

    private static String oneLine(String json) {
        return String.join(" ", List.of(json.split("\\R")));
    }
}
