package dev.spoolmark.transfer.format.tvtime;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.record.WatchlistRecord;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Movies: plays, and the watchlist, to which one that is only followed belongs, too. They have no ids of others.
final class TvTimeMovieRows {

    private static final Pattern RANGE = Pattern.compile(".*watch-date-(\\d{1,12})(?:\\D.*)?");

    private final TvTimeMembers members;
    private final TvTimeIndex index;
    private final RecordSink sink;
    private final TvTimePlays plays;

    TvTimeMovieRows(TvTimeMembers members, TvTimeIndex index, RecordSink sink) {
        this.members = members;
        this.index = index;
        this.sink = sink;
        this.plays = new TvTimePlays(sink);
    }

    void read() {
        members.forEach(TvTimeMembers.MOVIES, row -> {
            if (isMovie(row)) {
                index.addMovie(row.get("uuid"), movie(row));
                switch (row.get("type")) {
                    case "watch", "rewatch", "towatch" -> index.addPlanned(row.get("uuid"));
                    default -> {
                        // Says nothing about the movie.
                    }
                }
            }
        });
        members.forEach(TvTimeMembers.MOVIES, row -> {
            if (isMovie(row)) {
                write(row);
            }
        });
    }

    /// Rows of sums have no movie.
    private static boolean isMovie(CsvRow row) {
        return row.get("entity_type").equals("movie") && !row.get("type").startsWith("count-");
    }

    private void write(CsvRow row) {
        ImportedItem movie = movie(row);
        if (movie.title() == null) {
            sink.skip(row.source(), SkipReason.NO_ITEM, row.text());
            return;
        }
        switch (row.get("type")) {
            case "watch", "rewatch" -> play(row, movie);
            case "towatch" -> planned(row, movie);
            case "follow" -> {
                if (!index.isPlanned(row.get("uuid"))) {
                    planned(row, movie);
                }
            }
            default -> sink.skip(row.source(), SkipReason.NOT_SUPPORTED, row.text());
        }
    }

    private void play(CsvRow row, ImportedItem movie) {
        Optional<WatchedTime> time = parse(time(row));
        Integer repeats = CellValues.count(row.get("rewatch_count"));
        if (time.isEmpty()) {
            sink.skip(row.source(), SkipReason.INVALID_DATE, row.text());
        } else {
            plays.add(row.source(), movie, time.get(), 1 + (repeats == null ? 0 : repeats));
        }
    }

    private void planned(CsvRow row, ImportedItem movie) {
        sink.accept(new WatchlistRecord(row.source(), movie, null, CellValues.instant(row.get("created_at")), null));
    }

    /// When a row of this table was watched: seconds since 1970, or a time without an offset.
    static String time(CsvRow row) {
        Matcher range = RANGE.matcher(row.get("watch_date_range_key"));
        return range.matches() ? range.group(1) : row.get("watch_date", "created_at");
    }

    /// Seconds since 1970, or a time in UTC.
    static Optional<WatchedTime> parse(String text) {
        Long seconds = CellValues.number(text);
        if (seconds != null && seconds > 9999) {
            return seconds > 9_999_999_999L
                    ? Optional.empty()
                    : Optional.of(CellValues.known(Instant.ofEpochSecond(seconds)));
        }
        return CellValues.time(text, ZoneOffset.UTC);
    }

    /// The title is in the language of the user. Its English one is in another column, without punctuation.
    private static ImportedItem movie(CsvRow row) {
        String uuid = row.get("uuid");
        String english = row.get("alpha_range_key")
                .replaceFirst("^[a-z]{1,20}-alpha-", "")
                .replace('-', ' ')
                .strip();
        String title = row.get("movie_name");
        ImportedItem first = movie(row, title.isEmpty() ? english : title, uuid);
        return english.isEmpty() || words(title).equals(words(english)) ? first : first.or(movie(row, english, uuid));
    }

    private static ImportedItem movie(CsvRow row, String title, String uuid) {
        return TvTimeItems.movie(Ids.NONE, title, yearOf(row.get("release_date")), uuid);
    }

    private static String yearOf(String date) {
        return date.length() < 4 ? "" : date.substring(0, 4);
    }

    private static String words(String title) {
        return title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
