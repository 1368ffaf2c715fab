package dev.spoolmark.transfer.format.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.history.TimePrecision;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.format.SampleRecords;
import dev.spoolmark.transfer.record.ListRecord;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.SkippedRecord;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableRowsTest {

    private static final GenericFormat FORMAT = new GenericFormat();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '=', textBlock = """
            title      = title|name|movie|film|titel|titre|titulo|Título
            show       = show|series|Serie
            year       = year|release_year|jahr|année|año
            type       = type|media_type|kind|title type|Typ
            season     = season|season_number|s|Staffel
            episode    = episode|episode_number|ep|Folge
            imdb_id    = imdb|imdb_id|const|imdbid|imdbID
            tmdb_id    = tmdb|tmdb_id|tmdbid|tmdbID
            tvdb_id    = tvdb|tvdb_id
            trakt_id   = trakt|trakt_id
            simkl_id   = simkl|simkl_id
            mal_id     = mal|mal_id
            watched_at = watched_at|watched_date|watcheddate|date watched|viewed_at|last_viewed_at|end_date|ended_on
            watched_at = progressed_at|gesehen am|date|WatchedDate
            watched    = watched|seen
            rating     = rating|your_rating|user_rating|score|rating10|Bewertung
            rating5    = rating5|stars
            rated_at   = rated_at|date rated
            watchlisted_at = watchlisted_at|added|listed_at
            list       = list|list_name
            notes      = notes|note|comment|description
            rewatch    = rewatch
            plays      = plays
            """)
    void columnsAreRecognisedByManyNames(String field, String names) {
        for (String name : names.split("\\|", -1)) {
            assertThat(TableMapping.guess(List.of("x", name)).fields()).containsExactly("", field);
        }
    }

    @Test
    void aNumberIsAnEpisodeOnlyBesideSeasons() {
        assertThat(TableMapping.guess(List.of("number", "title")).fields()).containsExactly("", "title");
        assertThat(TableMapping.guess(List.of("number", "season")).fields()).containsExactly("episode", "season");
    }

    @ParameterizedTest
    @CsvSource({
        "04.01.2020, 2020-01-04T12:00:00Z, DAY",
        "4.1.20, 2020-01-04T12:00:00Z, DAY",
        "04.01.1999 20:30, 1999-01-04T19:30:00Z, INSTANT",
        "04/01/2020, 2020-01-04T12:00:00Z, DAY",
        "04-01-2020 20:30:15, 2020-01-04T19:30:15Z, INSTANT",
        "2020/1/4, 2020-01-04T12:00:00Z, DAY",
        "2020-01-04, 2020-01-04T12:00:00Z, DAY",
        "2020-01-04 20:30, 2020-01-04T19:30:00Z, INSTANT",
        "2020-01-04T19:30:00Z, 2020-01-04T19:30:00Z, INSTANT",
        "'Jan 4, 2020', 2020-01-04T12:00:00Z, DAY",
        "4 January 2020 8:30 PM, 2020-01-04T19:30:00Z, INSTANT",
        "4/1/2020 12:05 a.m., 2020-01-03T23:05:00Z, INSTANT",
        "2020, 2020-01-01T12:00:00Z, YEAR",
        "2020-03, 2020-03-01T12:00:00Z, MONTH",
        "1578166200, 2020-01-04T19:30:00Z, INSTANT",
        "1578166200000, 2020-01-04T19:30:00Z, INSTANT",
        "0000-00-00, , UNKNOWN",
        "1970-01-01T00:00:00Z, , UNKNOWN",
        "unknown, , UNKNOWN",
        "released, , UNKNOWN"
    })
    void datesAreReadAsTheyAreWritten(String cell, String at, TimePrecision precision) {
        Optional<WatchedTime> time =
                new TableDates(TableDateOrder.DAY_MONTH_YEAR, ZoneId.of("Europe/Berlin")).time(cell);
        assertThat(time).isPresent();
        assertThat(time.get().precision()).isEqualTo(precision);
        assertThat(String.valueOf(time.get().at())).isEqualTo(String.valueOf(at));
    }

    @ParameterizedTest
    @CsvSource({"31.02.2020", "2020-13-01", "Foo 4 2020", "04.01.2020 25:00", "9999999999999999999", "soon"})
    void otherDatesAreNotRead(String cell) {
        assertThat(new TableDates(TableDateOrder.DAY_MONTH_YEAR, ZoneId.of("Europe/Berlin")).time(cell))
                .isEmpty();
    }

    @Test
    void theKindFollowsFromTypeAndNumbers() {
        SampleRecords records = text(
                "title,type,season,episode,rating\nA,Film,,,8\nB,TV Series,,,8\nC,,1,2,8\nD,show,1,2,8\n"
                        + "E,season,3,,8\nF,Staffel,,,8\nG,,,,8\nH,book,,,8\nI,hologram,,,8\n,movie,,,8\nK,,S01,E02,8\n");
        assertThat(records.of(RatingRecord.class))
                .extracting(
                        rating -> rating.item().title(), rating -> rating.item().kind())
                .containsExactly(
                        tuple("A", Kind.MOVIE),
                        tuple("B", Kind.SHOW),
                        tuple("C", Kind.EPISODE),
                        tuple("D", Kind.EPISODE),
                        tuple("E", Kind.SEASON),
                        tuple("G", Kind.MOVIE),
                        tuple("I", Kind.MOVIE),
                        tuple("K", Kind.EPISODE));
        assertThat(records.of(RatingRecord.class).getFirst().item().otherwise()).isNull();
        assertThat(records.of(RatingRecord.class).getLast().item().season()).isEqualTo(1);
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(SkipReason.NO_ITEM, SkipReason.OTHER_MEDIUM, SkipReason.NO_ITEM);
    }

    @Test
    void aColumnForShowsMakesTheTitleThatOfTheEpisode() {
        SampleRecords untyped = text("show,title,rating\nHarbour Street,,8\n");
        assertThat(untyped.only(RatingRecord.class).item().kind()).isEqualTo(Kind.SHOW);
        SampleRecords typed = text("show,title,type,date\nHarbour Street,Low Tide,episode,2020-01-01\n");
        assertThat(typed.only(PlayRecord.class).item().title()).isEqualTo("Harbour Street");
        assertThat(typed.only(PlayRecord.class).item().episodeTitle()).isEqualTo("Low Tide");
    }

    @Test
    void idsMayBeInAddressesOrOfOtherProviders() {
        SampleRecords records =
                text("imdb,trakt,mal,rating\nhttps://imdb.invalid/title/tt9900001/?x=1,12,21,8\n,0,21,8\n,,,8\n");
        assertThat(records.of(RatingRecord.class))
                .extracting(
                        rating -> rating.item().ids().imdb(),
                        rating -> rating.item().foreignId())
                .containsExactly(tuple("tt9900001", "trakt:12"), tuple(null, "mal:21"));
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.NO_ITEM);
    }

    @Test
    void playsAreCountedOverAllRows() {
        SampleRecords records =
                text("title,watched_at,watched,plays,rewatch\nM,2020-01-01,,3,\nM,2021-01-01,,,yes\nM,,x,,\n"
                        + "M,,no,5,\nM,2020-99-01,,,\nN,,,0,\nO,,2022-02-02,,\n");
        assertThat(records.items(PlayRecord.class)).containsExactly("M", "M", "O");
        assertThat(records.only(PlayCountRecord.class).plays()).isEqualTo(5);
        assertThat(records.skipped())
                .extracting(SkippedRecord::reason)
                .containsExactly(SkipReason.NOT_WATCHED, SkipReason.INVALID_DATE, SkipReason.NOT_WATCHED);
    }

    @Test
    void idsWithoutATypeAreThoseOfAMovieOrOfAShow() {
        SampleRecords records = text("title,tmdb,tvdb,rating\nM,99001,,8\nN,,99002,8\nO,99003,99004,8\n");
        assertThat(records.of(RatingRecord.class))
                .extracting(
                        rating -> rating.item().kind(),
                        rating -> rating.item().ids().tmdb(),
                        rating -> rating.item().ids().tvdb(),
                        rating -> Objects.requireNonNull(rating.item().otherwise())
                                .ids()
                                .tmdb())
                .containsExactly(
                        tuple(Kind.MOVIE, 99001L, null, null),
                        tuple(Kind.SHOW, null, 99002L, null),
                        tuple(Kind.MOVIE, 99003L, null, null));
    }

    @Test
    void anEpisodeWithoutNumbersIsFoundByItsOwnIdOrTitle() {
        SampleRecords records = text("show,title,type,imdb,rating\nHarbour Street,Low Tide,episode,tt9900111,8\n"
                + "Harbour Street,Low Tide,episode,,8\n,,episode,tt9900112,8\n");
        assertThat(records.of(RatingRecord.class))
                .extracting(
                        rating -> rating.item().ownIds().imdb(),
                        rating -> rating.item().title(),
                        rating -> rating.item().episodeTitle())
                .containsExactly(
                        tuple("tt9900111", null, null),
                        tuple(null, "Harbour Street", "Low Tide"),
                        tuple("tt9900112", null, null));
        assertThat(records.of(RatingRecord.class).getFirst().item().otherwise())
                .isEqualTo(records.of(RatingRecord.class).get(1).item());
    }

    @Test
    void aShowIsNotWatchedAsAWhole() {
        SampleRecords records = text("title,type,date\nB,show,2020-01-01\n");
        assertThat(records.skipped()).extracting(SkippedRecord::reason).containsExactly(SkipReason.NEEDS_EPISODES);
    }

    @Test
    void badCellsDoNotStopOtherRows() {
        SampleRecords records =
                text("title,year,tmdb,rating\nM,99999999999999999999,-1,99999999999\nN,2019.0,,8\n\0,,,\0\n");
        assertThat(records.only(RatingRecord.class).item().year()).isEqualTo(2019);
        assertThat(records.skipped()).extracting(SkippedRecord::reason).contains(SkipReason.INVALID_VALUE);
    }

    @Test
    void listsBeginWithTheirFirstItem() {
        SampleRecords records = text("list,title\nL1,M\nL2,M\nL1,N\n");
        assertThat(records.of(ListRecord.class)).extracting(ListRecord::name).containsExactly("L1", "L2");
        assertThat(records.all()).hasSize(5);
    }

    @Test
    void aLineWithTheSeparatorMayPrecedeTheHeading() {
        assertThat(text("sep=;\r\ntitle;watched\r\nM;1\r\n").items(PlayCountRecord.class))
                .containsExactly("M");
    }

    @Test
    void aFileThatIsNoTableIsRejected() {
        assertThatThrownBy(() -> text("[{\"title\": ")).isInstanceOf(ImportFileException.class);
        assertThat(text("").all()).isEmpty();
    }

    private SampleRecords text(String text) {
        return SampleRecords.ofText(FORMAT, directory, "table.csv", text);
    }
}
