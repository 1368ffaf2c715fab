package dev.spoolmark.transfer.run;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.merge.UserItemRows.RowKey;
import dev.spoolmark.catalog.merge.UserItemRows.StoredRow;
import dev.spoolmark.collection.CollectedDetails;
import dev.spoolmark.collection.CollectedField;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.core.WrittenText;
import dev.spoolmark.db.Tx;
import dev.spoolmark.transfer.record.CollectionRecord;
import dev.spoolmark.transfer.record.FavoriteRecord;
import dev.spoolmark.transfer.record.HiddenRecord;
import dev.spoolmark.transfer.record.ListItemRecord;
import dev.spoolmark.transfer.record.MediaDetails;
import dev.spoolmark.transfer.record.PlaybackRecord;
import dev.spoolmark.transfer.record.RatingRecord;
import dev.spoolmark.transfer.record.WatchlistRecord;
import dev.spoolmark.transfer.run.ImportListStore.TargetList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rows of the tables that records are written to.
final class RowForms {

    private static final int MAX_RANK = 2_000_000_000;
    private static final int RATED_AT = 1;
    private static final int PAUSED_AT = 1;

    private RowForms() {}

    private static StoredRow row(ResolvedRecord resolved, List<Object> keys, @Nullable Object... values) {
        FoundItem item = resolved.requireItem();
        List<@Nullable Object> all = new ArrayList<>();
        for (Object value : values) {
            all.add(value);
        }
        return new StoredRow(new RowKey(item.kind().number(), item.id(), keys), item.show(), all);
    }

    private static boolean isRatable(ResolvedRecord resolved) {
        return resolved.requireItem().media().isPresent();
    }

    /// Of two ratings one counts, as the user has chosen. Halves are rounded up.
    static final class OfRatings implements ItemRowWriter.RowForm {

        @Override
        public Optional<StoredRow> row(Tx tx, WriteContext context, ResolvedRecord resolved) {
            RatingRecord rating = (RatingRecord) resolved.record();
            return isRatable(resolved)
                    ? Optional.of(
                            RowForms.row(resolved, List.of(), Math.round(rating.score()), context.millis(rating.at())))
                    : Optional.empty();
        }

        @Override
        public @Nullable StoredRow merged(WriteContext context, StoredRow present, StoredRow imported) {
            return switch (context.choices().ratings()) {
                case STORED -> null;
                case IMPORTED -> imported;
                case NEWEST ->
                    time(imported, RATED_AT) != context.millis() && isNewer(imported, present, RATED_AT)
                            ? imported
                            : null;
            };
        }
    }

    /// New entries follow those that were there before. One that is there gets a note if it has none.
    abstract static class OfRankedItems implements ItemRowWriter.RowForm {

        private static final int NOTE = 3;

        static StoredRow row(
                Tx tx,
                WriteContext context,
                ResolvedRecord resolved,
                @Nullable Integer rank,
                @Nullable Instant at,
                @Nullable String note) {
            return RowForms.row(
                    resolved,
                    List.of(),
                    tx.newId("entry"),
                    context.millis(at),
                    rank(context.run().lastRank(), rank, resolved),
                    note(note));
        }

        @Override
        public @Nullable StoredRow merged(WriteContext context, StoredRow present, StoredRow imported) {
            return withNote(present, imported, NOTE);
        }
    }

    static final class OfWatchlist extends OfRankedItems {

        @Override
        public Optional<StoredRow> row(Tx tx, WriteContext context, ResolvedRecord resolved) {
            WatchlistRecord entry = (WatchlistRecord) resolved.record();
            return isRatable(resolved)
                    ? Optional.of(row(tx, context, resolved, entry.rank(), entry.at(), entry.note()))
                    : Optional.empty();
        }
    }

    /// Movies and shows.
    static final class OfFavorites extends OfRankedItems {

        @Override
        public Optional<StoredRow> row(Tx tx, WriteContext context, ResolvedRecord resolved) {
            FavoriteRecord entry = (FavoriteRecord) resolved.record();
            Kind kind = resolved.requireItem().kind();
            return kind == Kind.MOVIE || kind == Kind.SHOW
                    ? Optional.of(row(tx, context, resolved, entry.rank(), entry.at(), entry.note()))
                    : Optional.empty();
        }
    }

    static final class OfListItems implements ItemRowWriter.RowForm {

        private static final int NOTE = 2;
        private final ImportListStore lists = new ImportListStore();

        @Override
        public Optional<StoredRow> row(Tx tx, WriteContext context, ResolvedRecord resolved) {
            ListItemRecord entry = (ListItemRecord) resolved.record();
            Optional<TargetList> list = context.lists()
                    .computeIfAbsent(
                            entry.list(),
                            key -> lists.find(tx, context.user(), context.run().id(), key));
            return list.map(target -> RowForms.row(
                    resolved,
                    List.of(target.id()),
                    tx.newId("list_item"),
                    rank(target.rank(), entry.rank(), resolved),
                    note(entry.note()),
                    context.millis(entry.at())));
        }

        @Override
        public @Nullable StoredRow merged(WriteContext context, StoredRow present, StoredRow imported) {
            return withNote(present, imported, NOTE);
        }
    }

    /// Movies and episodes. One that is there gets the details that it does not have; unknown words are dropped.
    static final class OfCollection implements ItemRowWriter.RowForm {

        @Override
        public Optional<StoredRow> row(Tx tx, WriteContext context, ResolvedRecord resolved) {
            CollectionRecord collected = (CollectionRecord) resolved.record();
            return resolved.requireItem()
                    .watchable()
                    .map(item -> RowForms.row(
                            resolved,
                            List.of(),
                            Stream.concat(
                                            Stream.of((Object) context.millis(collected.at())),
                                            details(collected.details()).columns().stream())
                                    .toArray()));
        }

        private static CollectedDetails details(MediaDetails details) {
            return CollectedDetails.NONE
                    .with(CollectedField.MEDIA_TYPE, details.mediaType())
                    .with(CollectedField.RESOLUTION, details.resolution())
                    .with(CollectedField.HDR, details.hdr())
                    .with(CollectedField.AUDIO, details.audio())
                    .with(CollectedField.AUDIO_CHANNELS, details.audioChannels())
                    .with3d(details.is3d());
        }

        @Override
        public @Nullable StoredRow merged(WriteContext context, StoredRow present, StoredRow imported) {
            List<@Nullable Object> values = new ArrayList<>(present.values());
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) == null) {
                    values.set(i, imported.values().get(i));
                }
            }
            return values.equals(present.values()) ? null : new StoredRow(present.key(), present.show(), values);
        }
    }

    static final class OfHidden implements ItemRowWriter.RowForm {

        @Override
        public Optional<StoredRow> row(Tx tx, WriteContext context, ResolvedRecord resolved) {
            HiddenRecord hidden = (HiddenRecord) resolved.record();
            return isRatable(resolved) && resolved.requireItem().kind() != Kind.EPISODE
                    ? Optional.of(
                            RowForms.row(resolved, List.of(hidden.section().key()), context.millis(hidden.at())))
                    : Optional.empty();
        }

        @Override
        public @Nullable StoredRow merged(WriteContext context, StoredRow present, StoredRow imported) {
            return null;
        }
    }

    /// Of two resume points the later one counts.
    static final class OfPlayback implements ItemRowWriter.RowForm {

        private static final int PARTS_OF_PERCENT = 100;

        @Override
        public Optional<StoredRow> row(Tx tx, WriteContext context, ResolvedRecord resolved) {
            PlaybackRecord paused = (PlaybackRecord) resolved.record();
            return resolved.requireItem()
                    .watchable()
                    .map(item -> RowForms.row(
                            resolved,
                            List.of(),
                            Math.round(paused.percent() * PARTS_OF_PERCENT),
                            context.millis(paused.at()),
                            null));
        }

        @Override
        public @Nullable StoredRow merged(WriteContext context, StoredRow present, StoredRow imported) {
            boolean isKnown = time(imported, PAUSED_AT) != context.millis();
            return isKnown && isNewer(imported, present, PAUSED_AT) ? imported : null;
        }
    }

    /// The position of the file, or the order of its records.
    ///
    /// @param last rank before the import
    private static long rank(long last, @Nullable Integer rank, ResolvedRecord resolved) {
        return Math.clamp(last + (rank == null ? resolved.number() : rank), -MAX_RANK, MAX_RANK);
    }

    /// A note of the file, cut to the length that notes have here; null if it is empty.
    private static @Nullable String note(@Nullable String text) {
        String clean = text == null ? "" : WrittenText.lines(text);
        if (clean.isEmpty()) {
            return null;
        }
        return clean.codePointCount(0, clean.length()) <= ValueLimits.NOTE
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, ValueLimits.NOTE));
    }

    private static @Nullable StoredRow withNote(StoredRow present, StoredRow imported, int note) {
        if (present.values().get(note) != null || imported.values().get(note) == null) {
            return null;
        }
        List<@Nullable Object> values = new ArrayList<>(present.values());
        values.set(note, imported.values().get(note));
        return new StoredRow(present.key(), present.show(), values);
    }

    private static boolean isNewer(StoredRow one, StoredRow other, int column) {
        return time(one, column) > time(other, column);
    }

    private static long time(StoredRow row, int column) {
        return row.values().get(column) instanceof Long time ? time : 0;
    }
}
