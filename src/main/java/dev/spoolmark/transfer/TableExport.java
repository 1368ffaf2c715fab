package dev.spoolmark.transfer;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.history.RecordedPlay;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.lists.ListEntry;
import dev.spoolmark.lists.ListOverview;
import dev.spoolmark.note.Note;
import dev.spoolmark.rating.Rating;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.transfer.ExportedItem.Described;
import dev.spoolmark.transfer.format.table.GenericFormat;
import dev.spoolmark.watchlist.WatchlistEntry;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One table with the columns of [GenericFormat#TEMPLATE]: a row for each play, rating, entry of the watchlist, item of
/// a list, and note about an item.
final class TableExport {

    static final List<Kind> KINDS = List.of(Kind.MOVIE, Kind.SHOW, Kind.SEASON, Kind.EPISODE);

    private final ExportSources sources;
    private final ProfileView self;
    private final CsvOutput out;
    private final ExportProgress progress;
    private long rows;

    TableExport(ExportSources sources, ProfileView self, OutputStream out, ExportProgress progress) {
        this.sources = sources;
        this.self = self;
        this.out = new CsvOutput(out);
        this.progress = progress;
    }

    /// What a row says beside its item; null for empty cells.
    private record Cells(
            @Nullable String watchedAt,
            @Nullable Integer rating,
            @Nullable String ratedAt,
            @Nullable String watchlistedAt,
            @Nullable String list,
            @Nullable String notes) {

        static Cells note(String note) {
            return new Cells(null, null, null, null, null, note);
        }
    }

    /// @return the number of rows
    long write() {
        out.row((Object[]) GenericFormat.TEMPLATE.split(",", -1));
        this.<RecordedPlay>each(
                (after, max) -> sources.plays().plays(self, after, max),
                play -> play.item().id(),
                play -> new Cells(time(play.time()), null, null, null, null, null));
        for (Kind kind : KINDS) {
            this.<Rating>each(
                    (after, max) -> sources.ratings().page(self, kind, after, max),
                    Rating::item,
                    rating -> new Cells(null, rating.score().value(), ExportTime.of(rating.at()), null, null, null));
        }
        this.<WatchlistEntry>each(
                (after, max) -> sources.watchlist().page(self, after, max),
                WatchlistEntry::item,
                entry -> new Cells(null, null, null, ExportTime.of(entry.listedAt()), null, entry.note()));
        lists();
        for (Kind kind : KINDS) {
            this.<Note>each(
                    (after, max) -> sources.notes().page(self, kind, after, max),
                    note -> MediaId.of(note.target().kind(), note.target().item()),
                    note -> Cells.note(note.text()));
        }
        return rows;
    }

    private void lists() {
        for (ListOverview list : PageReader.<ListOverview, ListOverview>all(
                (after, max) -> sources.lists().lists(self, after, max), ExportArchive.PAGE_SIZE, found -> found)) {
            this.<ListEntry>each(
                    (after, max) -> sources.lists().entries(list.list(), after, max),
                    ListEntry::item,
                    entry -> new Cells(null, null, null, null, list.list().name(), entry.note()));
        }
    }

    private <R> void each(PageReader<R> reader, Function<R, MediaId> item, Function<R, Cells> cells) {
        for (Described<R> described : PageReader.<R, Described<R>>all(
                reader, ExportArchive.PAGE_SIZE, page -> ExportedItem.describe(sources.catalog(), page, item))) {
            row(described.item(), cells.apply(described.row()));
            rows++;
            if (rows % ExportArchive.PAGE_SIZE == 0) {
                progress.written(rows);
            }
        }
    }

    private void row(ExportedItem item, Cells cells) {
        Ids ids = item.ids();
        out.row(
                item.title(),
                item.year(),
                item.kind().key(),
                item.season(),
                item.number(),
                ids.imdb(),
                ids.tmdb(),
                ids.tvdb(),
                cells.watchedAt(),
                cells.rating(),
                cells.ratedAt(),
                cells.watchlistedAt(),
                cells.list(),
                cells.notes());
    }

    /// As precisely as it is known.
    private static String time(WatchedTime time) {
        LocalDate day = time.day(ZoneOffset.UTC);
        if (day == null || time.at() == null) {
            return "unknown";
        }
        return switch (time.precision()) {
            case INSTANT, UNKNOWN -> ExportTime.of(time.at());
            case DAY -> day.toString();
            case MONTH -> String.format(Locale.ROOT, "%d-%02d", day.getYear(), day.getMonthValue());
            case YEAR -> Integer.toString(day.getYear());
        };
    }
}
