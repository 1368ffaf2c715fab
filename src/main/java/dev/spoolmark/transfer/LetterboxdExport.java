package dev.spoolmark.transfer;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.comment.Comment;
import dev.spoolmark.comment.CommentId;
import dev.spoolmark.comment.WrittenComment;
import dev.spoolmark.history.RecordedPlay;
import dev.spoolmark.history.TimePrecision;
import dev.spoolmark.history.WatchedItem;
import dev.spoolmark.rating.Score;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.transfer.ExportedItem.Described;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Plays of movies as the import page of Letterboxd reads them, in files of at most 1,000 rows and 1 MB. The newest
/// play
/// of a movie has its rating and the newest comment as review.
///
/// A row means that the movie was watched, so that ratings and reviews of movies without plays are left out. A play has
/// a day or nothing.
final class LetterboxdExport {

    private static final int MAX_ROWS = 1_000;
    private static final int MAX_BYTES = 1_000_000;
    private static final byte[] HEADING =
            CsvOutput.line("tmdbID", "imdbID", "Title", "Year", "WatchedDate", "Rating10", "Rewatch", "Tags", "Review");

    private final ExportSources sources;
    private final ProfileView self;
    private final ExportArchive archive;
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final Map<Long, Integer> plays = new HashMap<>();
    private final Map<Long, Integer> left = new HashMap<>();
    private final Map<Long, CommentId> reviews = new HashMap<>();
    private int files;
    private int rowsOfFile;
    private long rows;

    LetterboxdExport(ExportSources sources, ProfileView self, ExportArchive archive) {
        this.sources = sources;
        this.self = self;
        this.archive = archive;
    }

    /// @return the number of rows
    long write() {
        for (WatchedItem movie : PageReader.<WatchedItem, WatchedItem>all(
                (after, max) -> sources.plays().movies(self, movie(after), max),
                ExportArchive.PAGE_SIZE,
                page -> page)) {
            plays.put(movie.item().id().value(), movie.summary().plays());
        }
        for (WrittenComment written : PageReader.<WrittenComment, WrittenComment>all(
                (after, max) -> sources.comments().page(self, Kind.MOVIE, after, max),
                ExportArchive.PAGE_SIZE,
                page -> page)) {
            if (written.parent() == null) {
                reviews.put(written.item().value(), written.comment().id());
            }
        }
        left.putAll(plays);
        for (Row row : PageReader.<RecordedPlay, Row>all(
                (after, max) -> sources.plays().plays(self, after, max), ExportArchive.PAGE_SIZE, this::rows)) {
            write(row);
        }
        endFile();
        return rows;
    }

    private static @Nullable MovieId movie(@Nullable WatchedItem after) {
        return after == null ? null : new MovieId(after.item().id().value());
    }

    private record Row(
            Described<RecordedPlay> play, @Nullable Score score) {}

    private List<Row> rows(List<RecordedPlay> page) {
        List<RecordedPlay> ofMovies =
                page.stream().filter(play -> play.item().kind() == Kind.MOVIE).toList();
        Map<MediaId, Score> scores = ofMovies.isEmpty()
                ? Map.of()
                : sources.ratings()
                        .of(
                                self,
                                ofMovies.stream()
                                        .map(play -> play.item().id())
                                        .distinct()
                                        .toList());
        return ExportedItem.describe(
                        sources.catalog(), ofMovies, play -> play.item().id())
                .stream()
                .map(play -> new Row(play, scores.get(play.row().item().id())))
                .toList();
    }

    private void write(Row row) {
        RecordedPlay play = row.play().row();
        ExportedItem item = row.play().item();
        MediaId movie = play.item().id();
        int before = left.merge(movie.value(), -1, Integer::sum);
        boolean isNewest = before + 1 == plays.getOrDefault(movie.value(), 0);
        Score score = row.score();
        line(CsvOutput.line(
                item.ids().tmdb(),
                item.ids().imdb(),
                item.title(),
                item.year(),
                day(play),
                isNewest && score != null ? score.value() : null,
                before > 0 ? "true" : "false",
                null,
                isNewest ? review(movie) : null));
    }

    private @Nullable LocalDate day(RecordedPlay play) {
        TimePrecision precision = play.time().precision();
        return precision == TimePrecision.INSTANT || precision == TimePrecision.DAY
                ? play.time().day(self.account().preferences().timeZone())
                : null;
    }

    /// Read one by one, as the texts of all reviews together may be large.
    private @Nullable String review(MediaId movie) {
        CommentId review = reviews.get(movie.value());
        return review == null
                ? null
                : sources.comments().read(movie, List.of(review)).stream()
                        .findFirst()
                        .map(Comment::content)
                        .map(text -> text.text())
                        .orElse(null);
    }

    private void line(byte[] line) {
        if (rowsOfFile == MAX_ROWS || (rowsOfFile > 0 && file.size() + line.length > MAX_BYTES)) {
            endFile();
        }
        if (file.size() == 0) {
            file.writeBytes(HEADING);
        }
        file.writeBytes(line);
        rowsOfFile++;
        rows++;
    }

    private void endFile() {
        if (file.size() == 0 && files == 0) {
            file.writeBytes(HEADING);
        }
        if (file.size() > 0) {
            files++;
            int written = rowsOfFile;
            archive.member("letterboxd-import-" + files + ".csv", out -> {
                file.writeTo(out);
                return written;
            });
        }
        file.reset();
        rowsOfFile = 0;
    }
}
