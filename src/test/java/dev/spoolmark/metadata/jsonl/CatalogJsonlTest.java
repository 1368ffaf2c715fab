package dev.spoolmark.metadata.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.catalog.AlternativeTitle;
import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Images;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.PersonFacts;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ingest.SourceItem.CreditItem;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.PersonItem;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.metadata.ReadItems;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Catalog files of this server.
class CatalogJsonlTest {

    private static final String MOVIE = """
            {"type":"movie","title":"Batman Begins","year":2005,"ids":{"imdb":"tt0372784","tmdb":272},\
            "released":"2005-06-15","runtime":140,"tagline":"Evil fears the knight.","overview":"A young heir.",\
            "trailer":"http://example.org/t","certification":"PG-13","genres":["Action","Crime"],\
            "people":[{"name":"Christian Bale","job":"Actor","character":"Bruce Wayne","ids":{"tmdb":3894}}],\
            "images":{"poster":"http://example.org/p.jpg","fanart":"http://example.org/f.jpg"},\
            "updated":"2013-03-22T01:35:23Z"}""";

    private static final String SHOW = """
            {"type":"show","title":"The Walking Dead","year":2010,\
            "ids":{"tvdb":153021,"imdb":"tt1520211","tmdb":1402,"tvrage":25056,"tvmaze":73},\
            "first_aired":"2010-10-31","network":"AMC","country":"United States","time_zone":"America/New_York",\
            "air_day":"Sunday","air_time":"21:00","runtime":60,"status":"Continuing","certification":"TV-MA",\
            "genres":["Drama","Horror"],"overview":"Survivors.","images":{"banner":"http://example.org/b.jpg"},\
            "seasons":[{"number":1,"ids":{"tvdb":7},"images":{"poster":"http://example.org/s.jpg"},"episodes":[\
            {"number":1,"title":"Days Gone Bye","first_aired":"2010-11-01T01:00:00Z","runtime":67,\
            "overview":"He wakes.","ids":{"tvdb":2493011},"images":{"screen":"http://example.org/e.jpg"}},\
            {"number":2,"first_aired":"2010-11-07"}]}]}""";

    @Test
    void readsAMovie() throws IOException {
        PersonItem bale = new PersonItem(new Ids(null, null, 3894L, null, null), "Christian Bale", PersonFacts.NONE);

        assertThat(ReadItems.of(CatalogFileFormat.SPOOLMARK, MOVIE).items)
                .containsExactly(new MovieItem(
                        new Ids("tt0372784", null, 272L, null, null),
                        "Batman Begins",
                        2005,
                        new MovieFacts(
                                LocalDate.of(2005, 6, 15),
                                140,
                                "Evil fears the knight.",
                                "A young heir.",
                                "http://example.org/t",
                                "PG-13",
                                new Images("http://example.org/p.jpg", "http://example.org/f.jpg", null),
                                List.of("Action", "Crime")),
                        List.of(new CreditItem(bale, "Actor", "Bruce Wayne")),
                        Instant.parse("2013-03-22T01:35:23Z")));
    }

    @Test
    void readsAlternativeTitles() throws IOException {
        MovieItem movie =
                (MovieItem) ReadItems.of(CatalogFileFormat.SPOOLMARK, """
                {"type":"movie","title":"Amelie","year":2001,"titles":[{"title":"Le Fabuleux Destin","language":"fr",\
                "country":"FR"},{"title":"AMELIE"},{"title":"Amelie aus Montmartre"},{"title":"le fabuleux destin"}]}""").items.getFirst();

        assertThat(movie.otherTitles())
                .containsExactly(
                        new AlternativeTitle("Le Fabuleux Destin", "fr", "FR"),
                        new AlternativeTitle("Amelie aus Montmartre", null, null));
    }

    @Test
    void readsAShow() throws IOException {
        EpisodeFacts first = new EpisodeFacts(
                "Days Gone Bye",
                "He wakes.",
                null,
                Instant.parse("2010-11-01T01:00:00Z"),
                67,
                "http://example.org/e.jpg");
        EpisodeFacts second = new EpisodeFacts(null, null, LocalDate.of(2010, 11, 7), null, null, null);
        SeasonItem season = new SeasonItem(
                1,
                Ids.ofTvdb(7),
                "http://example.org/s.jpg",
                List.of(new EpisodeItem(1, Ids.ofTvdb(2493011), first), new EpisodeItem(2, Ids.NONE, second)));
        ShowFacts facts = new ShowFacts(
                LocalDate.of(2010, 10, 31),
                ShowFacts.Status.CONTINUING,
                new Broadcast(
                        "AMC", "United States", ZoneId.of("America/New_York"), DayOfWeek.SUNDAY, LocalTime.of(21, 0)),
                60,
                "TV-MA",
                "Survivors.",
                new Images(null, null, "http://example.org/b.jpg"),
                List.of("Drama", "Horror"));

        assertThat(ReadItems.of(CatalogFileFormat.SPOOLMARK, SHOW).items)
                .containsExactly(new ShowItem(
                        new Ids("tt1520211", 153021L, 1402L, 25056L, 73L),
                        "The Walking Dead",
                        2010,
                        facts,
                        List.of(),
                        List.of(season),
                        null));
    }

    @Test
    void readsAPerson() throws IOException {
        String line = """
                {"type":"person","name":"Christian Bale","ids":{"tmdb":3894},"birthday":"1974-01-30",\
                "birthplace":"Haverfordwest","biography":"An actor.","images":{"headshot":"http://example.org/h.jpg"}}""";

        assertThat(ReadItems.of(CatalogFileFormat.SPOOLMARK, line).items)
                .containsExactly(new PersonItem(
                        new Ids(null, null, 3894L, null, null),
                        "Christian Bale",
                        new PersonFacts(
                                "An actor.", LocalDate.of(1974, 1, 30), "Haverfordwest", "http://example.org/h.jpg")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "not json                                             | cannot be read as JSON",
                "{\"type\":\"movie\"                                  | cannot be read as JSON",
                "[]                                                   | a line must be an object",
                "{\"title\":\"Heat\"}                                 | a line needs \"type\"",
                "{\"type\":\"song\"}                                  | \"type\" must be movie, show or person",
                "{\"type\":\"movie\",\"title\":\"Heat\"}              | needs an id, or a title and a year",
                "{\"type\":\"show\",\"ids\":{\"imdb\":\"12\"}}        | needs an id, or a title and a year",
                "{\"type\":\"person\"}                                | needs an id or a name",
                "{\"type\":\"movie\",\"ids\":{\"tmdb\":1},\"yeer\":1} | unknown member \"yeer\" in line",
                "{\"type\":\"movie\",\"ids\":{\"tmbd\":1}}            | unknown member \"tmbd\" in ids",
            })
    void anInvalidLineIsRejectedWithTheReason(String line, String reason) throws IOException {
        assertThat(ReadItems.of(CatalogFileFormat.SPOOLMARK, line).refusals).containsExactly("line 1: " + reason);
    }

    @Test
    void linesAfterAnInvalidOneAreRead() throws IOException {
        ReadItems read =
                ReadItems.of(CatalogFileFormat.SPOOLMARK, "\ufeff" + MOVIE + "\n\nnot json\r\n\ufeff" + SHOW + "\n");

        assertThat(read.items).hasSize(2);
        assertThat(read.refusals).containsExactly("line 3: cannot be read as JSON");
        assertThat(read.progress).endsWith(100L);
    }
}
