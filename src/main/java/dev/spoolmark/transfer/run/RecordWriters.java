package dev.spoolmark.transfer.run;

import dev.spoolmark.account.AccountSettings;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.ActivityType;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.comment.Comments;
import dev.spoolmark.db.Tx;
import dev.spoolmark.episodeorder.EpisodeOrders;
import dev.spoolmark.favorite.Favorites;
import dev.spoolmark.hidden.Hidden;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.lists.ListImports;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.note.Notes;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.rewatch.Rewatches;
import dev.spoolmark.scrobble.Playback;
import dev.spoolmark.showsetting.ShowSettings;
import dev.spoolmark.watchlist.Watchlist;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The writers of all types of records. Limits of rows are those of `docs/security.md#quotas`.
public final class RecordWriters {

    private static final int MAX_RATINGS = 500_000;
    private static final int MAX_ITEMS = 200_000;
    private static final int MAX_LIST_ITEMS = 10_000_000;
    private static final int MAX_NOTES = 50_000;
    private static final int MAX_RESUME_POINTS = 10_000;

    private final Map<RecordType, RecordWriter> writers = new EnumMap<>(RecordType.class);

    public RecordWriters(
            AccountSettings settings, PlayHistory plays, Lists lists, Comments comments, ActivityStamps stamps) {
        writers.put(RecordType.PLAY, new PlayWriter(plays.imports()));
        writers.put(RecordType.PLAY_COUNT, new PlayCountWriter(plays.imports()));
        writers.put(
                RecordType.RATING,
                new ItemRowWriter(
                        Ratings.rows(),
                        stamps,
                        Optional.of(ActivityType.RATING),
                        MAX_RATINGS,
                        new RowForms.OfRatings()));
        writers.put(
                RecordType.WATCHLIST,
                new ItemRowWriter(
                        Watchlist.rows(),
                        stamps,
                        Optional.of(ActivityType.WATCHLIST),
                        MAX_ITEMS,
                        new RowForms.OfWatchlist()));
        writers.put(
                RecordType.FAVORITE,
                new ItemRowWriter(
                        Favorites.rows(),
                        stamps,
                        Optional.of(ActivityType.FAVORITE),
                        Favorites.MAX_ITEMS,
                        new RowForms.OfFavorites()));
        writers.put(RecordType.LIST, new ListWriter(lists.imports()));
        writers.put(
                RecordType.LIST_ITEM,
                new ItemRowWriter(
                        ListImports.rows(), stamps, Optional.empty(), MAX_LIST_ITEMS, new RowForms.OfListItems()));
        writers.put(
                RecordType.COLLECTION,
                new ItemRowWriter(
                        CollectionItems.rows(),
                        stamps,
                        Optional.of(ActivityType.COLLECTION),
                        MAX_ITEMS,
                        new RowForms.OfCollection()));
        writers.put(RecordType.COMMENT, new CommentWriter(comments.imports()));
        writers.put(
                RecordType.NOTE, new ItemRowWriter(Notes.rows(), stamps, Optional.empty(), MAX_NOTES, new NoteForm()));
        writers.put(
                RecordType.PLAYBACK,
                new ItemRowWriter(
                        Playback.rows(),
                        stamps,
                        Optional.of(ActivityType.PAUSED),
                        MAX_RESUME_POINTS,
                        new RowForms.OfPlayback()));
        writers.put(
                RecordType.HIDDEN,
                new ItemRowWriter(Hidden.rows(), stamps, Optional.empty(), MAX_ITEMS, new RowForms.OfHidden()));
        writers.put(
                RecordType.REWATCH,
                new ItemRowWriter(Rewatches.rows(), stamps, Optional.empty(), MAX_ITEMS, new ShowForms.OfRewatches()));
        writers.put(RecordType.UNSEEN, new UnseenWriter(plays.imports()));
        writers.put(
                RecordType.SHOW_SETTING,
                new ItemRowWriter(
                        ShowSettings.rows(), stamps, Optional.empty(), MAX_ITEMS, new ShowForms.OfSettings()));
        writers.put(
                RecordType.EPISODE_ORDER,
                new ItemRowWriter(
                        EpisodeOrders.rows(), stamps, Optional.empty(), MAX_ITEMS, new ShowForms.OfEpisodeOrders()));
        writers.put(RecordType.SETTING, new SettingWriter(settings));
    }

    /// Whether records of a type can be written.
    boolean canWrite(RecordType type) {
        return writers.containsKey(type);
    }

    /// Writes a batch, type by type.
    ///
    /// @return results by the numbers of the records
    Map<Long, WriteResult> write(Tx tx, WriteContext context, List<ResolvedRecord> records) {
        Map<RecordType, List<ResolvedRecord>> byType = new EnumMap<>(RecordType.class);
        records.forEach(resolved -> byType.computeIfAbsent(resolved.type(), type -> new ArrayList<>())
                .add(resolved));
        Map<Long, WriteResult> results = new TreeMap<>();
        byType.forEach((type, ofType) -> {
            List<WriteResult> written = writer(type).write(tx, context, ofType);
            for (int i = 0; i < written.size(); i++) {
                results.put(ofType.get(i).number(), written.get(i));
            }
        });
        return results;
    }

    /// Takes rows back: what belongs to a list before the list.
    ///
    /// @param rows at most 500, last first
    int undo(Tx tx, WriteContext context, List<ImportRow> rows) {
        Map<RecordType, List<ImportRow>> byType = new TreeMap<>(Comparator.reverseOrder());
        rows.forEach(row ->
                byType.computeIfAbsent(row.type(), type -> new ArrayList<>()).add(row));
        int undone = 0;
        for (Map.Entry<RecordType, List<ImportRow>> ofType : byType.entrySet()) {
            undone += writer(ofType.getKey()).undo(tx, context, ofType.getValue());
        }
        return undone;
    }

    private RecordWriter writer(RecordType type) {
        @Nullable RecordWriter writer = writers.get(type);
        if (writer == null) {
            throw new IllegalStateException("no writer of " + type);
        }
        return writer;
    }
}
