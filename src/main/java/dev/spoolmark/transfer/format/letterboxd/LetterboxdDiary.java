package dev.spoolmark.transfer.format.letterboxd;

import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.UnknownPlays;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.PlayCountRecord;
import dev.spoolmark.transfer.record.PlayRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Plays: the diary, and each watched film that is not in it. Without a diary, reviews with a day of viewing.
final class LetterboxdDiary {

    /// The most films of the diary that are compared with the watched films, so that memory is bounded. A further film
    /// gets a count of one play, which its plays at days fulfil.
    private static final int MAX_FILMS = 20_000;

    private final ImportFile file;
    private final LetterboxdMembers members;
    private final RecordSink sink;
    private final Set<ImportedItem> films = new HashSet<>();
    private final UnknownPlays unknown = new UnknownPlays();

    LetterboxdDiary(ImportFile file, LetterboxdMembers members, RecordSink sink) {
        this.file = file;
        this.members = members;
        this.sink = sink;
    }

    void read() {
        List<String> diaries = members.of(LetterboxdKind.DIARY);
        if (diaries.isEmpty()) {
            members.of(LetterboxdKind.REVIEWS)
                    .forEach(member -> CsvTable.of(file, member).forEach(this::review));
        }
        diaries.forEach(this::diary);
        if (!unknown.isEmpty()) {
            diaries.forEach(member -> CsvTable.of(file, member).forEach(this::count));
            unknown.writeTo(sink);
        }
        members.of(LetterboxdKind.WATCHED)
                .forEach(member -> CsvTable.of(file, member).forEach(sink, this::watched));
    }

    private void diary(String member) {
        LetterboxdTags tags = new LetterboxdTags(sink);
        CsvTable.of(file, member).forEach(sink, row -> {
            LetterboxdFilms.film(row, sink).ifPresent(film -> play(row, film));
            tags.report(row);
        });
    }

    /// A review without a day of viewing is no play. Rows without a film are reported with the reviews.
    private void review(CsvRow row) {
        if (!day(row).isEmpty()) {
            LetterboxdFilms.film(row, LetterboxdDiary::ignore).ifPresent(film -> play(row, film));
        }
    }

    private static void ignore(Object reported) {
        // Another pass over the same rows reports them.
    }

    private static String day(CsvRow row) {
        return row.get("watched date");
    }

    private void play(CsvRow row, ImportedItem film) {
        if (films.size() < MAX_FILMS) {
            films.add(film);
        }
        Optional<WatchedTime> time = CellValues.time(day(row), ZoneOffset.UTC);
        RecordSource source = row.source();
        if (time.isEmpty()) {
            sink.skip(source, SkipReason.INVALID_DATE, row.text());
        } else if (!time.get().isUnknown() || !unknown.add(film, source)) {
            sink.accept(new PlayRecord(source, film, time.get(), PlayAction.SEEN));
        }
    }

    private void count(CsvRow row) {
        if (CellValues.time(day(row), ZoneOffset.UTC).isPresent()) {
            LetterboxdFilms.film(row, LetterboxdDiary::ignore).ifPresent(film -> unknown.count(film, 1));
        }
    }

    /// The date of such a row is the day when the film was marked, not when it was watched.
    private void watched(CsvRow row) {
        LetterboxdFilms.film(row, sink)
                .filter(film -> !films.contains(film))
                .ifPresent(film -> sink.accept(new PlayCountRecord(row.source(), film, 1)));
    }
}
