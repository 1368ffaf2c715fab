package dev.spoolmark.transfer.format.tvtime;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Plays of episodes. The same episode is in several tables: the newest one counts, older ones only add what it lacks.
final class TvTimeEpisodeRows {

    private final TvTimeMembers members;
    private final TvTimeIndex index;
    private final RecordSink sink;
    private final TvTimePlays plays;
    private final boolean areBulkTimesUnknown;

    /// @param areBulkTimesUnknown whether times of episodes that were marked together are left out
    TvTimeEpisodeRows(TvTimeMembers members, TvTimeIndex index, RecordSink sink, boolean areBulkTimesUnknown) {
        this.members = members;
        this.index = index;
        this.sink = sink;
        this.plays = new TvTimePlays(sink);
        this.areBulkTimesUnknown = areBulkTimesUnknown;
    }

    void read() {
        members.forEach(TvTimeMembers.EPISODES, sink, row -> {
            if (isPlay(row)) {
                write(row, row.get("created_at", "updated_at"), areBulkTimesUnknown && isBulk(row));
                index.addEpisode(key(row));
            }
        });
        members.forEach(TvTimeMembers.MOVIES, sink, row -> {
            if (isOldPlay(row) && !index.hasEpisode(key(row))) {
                write(row, TvTimeMovieRows.time(row), false);
            }
        });
        if (!members.has(TvTimeMembers.EPISODES)) {
            TvTimeMembers.OLD_EPISODES.forEach(name -> members.forEach(name, sink, this::once));
            members.forEach(TvTimeMembers.OLD_REPEATS, sink, this::repeats);
        }
        members.forEach(TvTimeMembers.PLAYS, sink, row -> write(row, row.get("ts"), false));
    }

    static boolean isPlay(CsvRow row) {
        String key = row.get("key", "gsi");
        return key.startsWith("watch-episode") || key.startsWith("rewatch-episode");
    }

    static boolean isBulk(CsvRow row) {
        return !CellValues.isNothing(row.get("bulk_type"));
    }

    private static boolean isOldPlay(CsvRow row) {
        String type = row.get("type");
        return row.get("entity_type").equals("episode") && (type.equals("watch") || type.equals("rewatch"));
    }

    private void once(CsvRow row) {
        String key = key(row);
        if (!index.hasEpisode(key)) {
            index.addEpisode(key);
            write(row, row.get("created_at", "updated_at"), false);
        }
    }

    private void repeats(CsvRow row) {
        Integer repeats = CellValues.count(row.get("cpt"));
        item(row)
                .ifPresentOrElse(
                        item -> plays.add(row.source(), item, WatchedTime.UNKNOWN, 1 + (repeats == null ? 1 : repeats)),
                        () -> sink.skip(row.source(), SkipReason.NO_ITEM, row.text()));
    }

    private void write(CsvRow row, String at, boolean isUnknown) {
        Optional<ImportedItem> item = item(row);
        Optional<WatchedTime> time = isUnknown ? Optional.of(WatchedTime.UNKNOWN) : TvTimeMovieRows.parse(at);
        if (item.isEmpty() || time.isEmpty()) {
            sink.skip(row.source(), item.isEmpty() ? SkipReason.NO_ITEM : SkipReason.INVALID_DATE, row.text());
            return;
        }
        Integer repeats = CellValues.count(row.get("rewatch_count"));
        plays.add(row.source(), item.get(), time.get(), 1 + (repeats == null ? 0 : repeats));
        index.addWatched(show(row), row.get("series_name", "tv_show_name", "show_name"));
    }

    private static Optional<ImportedItem> item(CsvRow row) {
        Long show = show(row);
        ImportedItem of = TvTimeItems.show(
                show == null ? Ids.NONE : Ids.ofTvdb(show), row.get("series_name", "tv_show_name", "show_name"));
        Ids own = TvTimeItems.ids("", row.get("ep_id", "episode_id"));
        boolean isNamed = of.title() != null || show != null || !own.equals(Ids.NONE);
        return isNamed
                ? TvTimeItems.episode(of, season(row), number(row), own, CellValues.isTrue(row.get("is_special")))
                : Optional.empty();
    }

    private static @Nullable Long show(CsvRow row) {
        return CellValues.id(row.get("s_id", "series_id", "tv_show_id"));
    }

    private static @Nullable Integer season(CsvRow row) {
        return CellValues.count(row.get("s_no", "season_number", "episode_season_number"));
    }

    private static @Nullable Integer number(CsvRow row) {
        return CellValues.count(row.get("ep_no", "episode_number"));
    }

    /// The id of an episode, or its show and numbers.
    private static String key(CsvRow row) {
        Long own = CellValues.id(row.get("ep_id", "episode_id"));
        return own != null
                ? own.toString()
                : show(row) + " " + row.get("series_name", "tv_show_name") + " " + season(row) + " " + number(row);
    }
}
