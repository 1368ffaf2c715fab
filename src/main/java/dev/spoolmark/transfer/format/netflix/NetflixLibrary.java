package dev.spoolmark.transfer.format.netflix;

import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.WatchlistRecord;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ratings and the list of an account. Their titles are those of movies or shows.
final class NetflixLibrary {

    /// Thumbs down, up, and two up.
    private static final Map<String, Double> THUMBS = Map.of("1", 3.0, "2", 8.0, "3", 10.0);

    private static final double STARS = 5;

    private final ImportFile file;
    private final Optional<String> profile;
    private final RecordSink sink;

    /// @param profile whose rows are read; empty for all
    NetflixLibrary(ImportFile file, Optional<String> profile, RecordSink sink) {
        this.file = file;
        this.profile = profile;
        this.sink = sink;
    }

    /// @param areRead whether the user wants thumbs as scores
    void ratings(String member, boolean areRead) {
        CsvTable.of(file, member).forEach(sink, row -> {
            Double score = score(row);
            if (isOfOther(row) || row.get("title name").isEmpty() || !areRead || score == null) {
                sink.skip(row.source(), reason(row, areRead), row.text());
            } else {
                sink.accept(new RatingRecord(
                        row.source(),
                        NetflixTitles.movieOrShow(row.get("title name")),
                        score,
                        CellValues.instant(row.get("event utc ts", "region view date"))));
            }
        });
    }

    void myList(String member) {
        CsvTable.of(file, member).forEach(sink, row -> {
            if (isOfOther(row) || row.get("title name").isEmpty()) {
                sink.skip(row.source(), reason(row, true), row.text());
            } else {
                sink.accept(new WatchlistRecord(
                        row.source(),
                        NetflixTitles.movieOrShow(row.get("title name")),
                        null,
                        CellValues.instant(row.get("utc title add date")),
                        null));
            }
        });
    }

    private boolean isOfOther(CsvRow row) {
        return profile.isPresent() && !profile.get().equals(row.get("profile name"));
    }

    private SkipReason reason(CsvRow row, boolean areRead) {
        if (isOfOther(row)) {
            return SkipReason.OTHER_PROFILE;
        }
        if (row.get("title name").isEmpty()) {
            return SkipReason.NO_ITEM;
        }
        return areRead ? SkipReason.INVALID_VALUE : SkipReason.NOT_CHOSEN;
    }

    private static @Nullable Double score(CsvRow row) {
        Double thumbs = THUMBS.get(row.get("thumbs value"));
        return thumbs != null ? thumbs : CellValues.score(row.get("star value"), STARS);
    }
}
