package dev.spoolmark.transfer.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.comment.CommentText;
import dev.spoolmark.db.Engine;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.lists.ListSettings;
import dev.spoolmark.lists.Privacy;
import dev.spoolmark.note.NoteTarget;
import dev.spoolmark.note.NoteText;
import dev.spoolmark.rating.RatingChange;
import dev.spoolmark.rating.Score;
import dev.spoolmark.transfer.ExportFormat;
import dev.spoolmark.transfer.ExportProgress;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.record.CommentRecord;
import dev.spoolmark.transfer.record.ImportRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Exports for other trackers are read back with what their formats can hold.
@ParameterizedClass
@EnumSource(Engine.class)
class FurtherExportsTest {

    private static final ShowRef SHOW =
            new ShowRef(new Ids("tt9900101", 9_920_101L, 9_900_101L, null, null), "Harbour, Street", 2020);
    private static final Instant TIME = Instant.parse("2025-11-02T20:15:00Z");

    @Parameter
    Engine engine;

    private ArchiveServer server;
    private Account ann;
    private Account bob;
    private MovieId movie;
    private MovieId other;
    private EpisodeId episode;
    private ShowId show;

    @BeforeEach
    void open() {
        server = new ArchiveServer(engine);
        ann = server.create("ann");
        bob = server.create("bob");
        movie = movie("tt9900001", 9_900_001, "The \"Paper\" Lighthouse", 2019);
        other = movie("tt9900002", 9_900_002, "Salt, and Other Weather", 2021);
        episode = server.features
                .catalog()
                .findOrCreateEpisodes(List.of(new EpisodeRef(SHOW, 1, 2, Ids.ofImdb("tt9900301"))))
                .values()
                .iterator()
                .next();
        show = server.features
                .catalog()
                .findShowIds(List.of(SHOW))
                .values()
                .iterator()
                .next();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private MovieId movie(String imdb, long tmdb, String title, int year) {
        Ids ids = new Ids(imdb, null, tmdb, null, null);
        return server.features
                .catalog()
                .findOrCreateMovies(List.of(new MovieRef(ids, title, year)))
                .values()
                .iterator()
                .next();
    }

    private void watch(Watchable item, WatchedTime time) {
        server.features.playAdditions().watchedAt(ann.id(), item, time, null, null);
    }

    private void rate(MediaId item, int score) {
        server.features.ratings().rate(ann.id(), List.of(new RatingChange(item, new Score(score))));
    }

    private Path export(ExportFormat format) {
        Path file = server.directory.resolve("export." + (format.mediaType().startsWith("text") ? "csv" : "zip"));
        try (OutputStream out = Files.newOutputStream(file)) {
            server.features
                    .userExport()
                    .write(format, server.features.accounts().get("ann"), out, ExportProgress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /// Rows of tables, without the times at which they were stored.
    private List<String> rows(Account user, String... tables) {
        Predicate<String> isWanted = row -> List.of(tables).contains(row.substring(0, row.indexOf(':')));
        return new UserRowHash(server.database, engine)
                .of(user.id()).stream()
                        .filter(isWanted)
                        .map(row -> row.replaceAll("(created_at|listed_at|collected_at|changed_at)=\\S+", "$1"))
                        .toList();
    }

    private void importsTheSame(ExportFormat format, String... tables) {
        ImportRun run = server.importFile(bob, export(format));
        assertThat(run.status()).isEqualTo(ImportStatus.FINISHED);
        assertThat(run.counts().unresolved()).isZero();
        assertThat(rows(bob, tables)).isNotEmpty().isEqualTo(rows(ann, tables));
    }

    @Test
    void aTableOfEverythingIsReadBack() {
        watch(Watchable.of(movie), WatchedTime.of(TIME));
        watch(Watchable.of(movie), WatchedTime.of(LocalDate.of(2020, 2, 29)));
        watch(Watchable.of(other), WatchedTime.of(YearMonth.of(2019, 7)));
        watch(Watchable.of(episode, show), WatchedTime.of(Year.of(2018)));
        watch(Watchable.of(episode, show), WatchedTime.UNKNOWN);
        server.features.playAdditions().watchedOnceMore(ann.id(), Watchable.of(episode, show), null);
        List<MediaId> items = List.of(
                movie,
                show,
                server.features.catalog().guide(show).season(1).orElseThrow().id(),
                episode);
        items.forEach(item -> rate(item, 7));
        server.features.watchlist().addMovies(ann.id(), List.of(other));
        server.features.watchlist().addShows(ann.id(), List.of(show));
        server.features.watchlist().arrangement().note(ann.id(), show, "a note, with a comma\nand a line");
        String slug = server.features
                .lists()
                .create(ann.id(), new ListSettings("=Rainy, days", "", Privacy.PRIVATE, false, true))
                .slug();
        server.features.lists().add(ann.id(), slug, items);
        server.features.lists().note(ann.id(), slug, Map.of(movie, "\"quoted\""));
        server.features.notes().save(ann.id(), NoteTarget.of(movie), new NoteText("private", false));

        importsTheSame(ExportFormat.CSV, "play", "rating", "watchlist_item", "list", "list_item", "note");
    }

    @Test
    void ratingsForImdbAreReadBackWithTheirDays() {
        rate(movie, 9);
        rate(show, 8);
        rate(episode, 7);
        rate(movie("tt9900009", 9_900_009, "Other", 2000), 1);

        ImportRun run = server.importFile(bob, export(ExportFormat.IMDB));

        assertThat(run.counts().text()).startsWith("0 plays, 4 ratings added;");
        assertThat(scores(bob)).isEqualTo(scores(ann));
    }

    private List<String> scores(Account user) {
        return rows(user, "rating").stream()
                .map(row -> row.replaceAll("rated_at=\\S+", ""))
                .toList();
    }

    @Test
    void moviesForLetterboxdAreReadBackByDay() {
        watch(Watchable.of(movie), WatchedTime.of(LocalDate.of(2020, 2, 29)));
        watch(Watchable.of(movie), WatchedTime.of(LocalDate.of(2024, 1, 1)));
        watch(Watchable.of(other), WatchedTime.UNKNOWN);
        watch(Watchable.of(episode, show), WatchedTime.of(TIME));
        rate(movie, 9);
        server.features.comments().add(ann.id(), movie, CommentText.of("A review, with \"quotes\".", false, true));

        Path file = export(ExportFormat.LETTERBOXD);
        ImportRun run = server.importFile(bob, file);

        assertThat(run.counts().text()).startsWith("3 plays, 1 rating added;");
        assertThat(rows(bob, "play"))
                .isEqualTo(rows(ann, "play").stream()
                        .filter(row -> !row.contains("Harbour"))
                        .toList());
        assertThat(scores(bob)).isEqualTo(scores(ann));
        assertThat(records(file).stream()
                        .filter(CommentRecord.class::isInstance)
                        .map(record -> ((CommentRecord) record).text()))
                .containsExactly("A review, with \"quotes\".");
    }

    private static List<ImportRecord> records(Path path) {
        List<ImportRecord> records = new ArrayList<>();
        try (ImportFile file = ImportFile.open(path, "export.zip")) {
            ImportFormats.detect(file)
                    .read(file, ImportChoices.of(ZoneId.of("UTC")).options(), records::add);
        }
        return records;
    }

    @Test
    void aFileForLetterboxdHasAtMostAThousandRows() {
        server.database.write(tx -> {
            for (int n = 0; n < 1_001; n++) {
                tx.update(
                        "INSERT INTO play (user_id, play_id, kind, item_id, show_id, watched_at, position, action,"
                                + " created_at) VALUES (?, ?, 1, ?, 0, ?, 0, 3, 5)",
                        ann.id().value(),
                        tx.newId("play"),
                        movie.value(),
                        TIME.plusSeconds(n));
            }
            return true;
        });

        try (ImportFile file = ImportFile.open(export(ExportFormat.LETTERBOXD), "export.zip")) {
            assertThat(file.members()).containsExactly("letterboxd-import-1.csv", "letterboxd-import-2.csv");
        }
    }

    @Test
    void showsAndMoviesForSeriesGuideAreReadBack() {
        watch(Watchable.of(movie), WatchedTime.UNKNOWN);
        server.features.playAdditions().watchedOnceMore(ann.id(), Watchable.of(movie), null);
        watch(Watchable.of(episode, show), WatchedTime.UNKNOWN);
        rate(movie, 9);
        rate(show, 8);
        rate(episode, 7);
        server.features.watchlist().addMovies(ann.id(), List.of(other));
        server.features.collectionItems().addMovies(ann.id(), List.of(movie));
        server.features.collectionItems().addEpisodes(ann.id(), show, List.of(episode));
        String slug = server.features
                .lists()
                .create(ann.id(), new ListSettings("Rainy days", "", Privacy.PRIVATE, false, true))
                .slug();
        server.features.lists().add(ann.id(), slug, List.of(show));

        importsTheSame(ExportFormat.SERIESGUIDE, "play", "watchlist_item", "collected", "list", "list_item");
        assertThat(scores(bob)).isEqualTo(scores(ann));
    }
}
