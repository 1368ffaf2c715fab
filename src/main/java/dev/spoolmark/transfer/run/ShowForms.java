package dev.spoolmark.transfer.run;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.merge.UserItemRows.RowKey;
import dev.spoolmark.catalog.merge.UserItemRows.StoredRow;
import dev.spoolmark.db.Tx;
import dev.spoolmark.showsetting.NextRule;
import dev.spoolmark.showsetting.ShowSettings;
import dev.spoolmark.transfer.record.EpisodeOrderRecord;
import dev.spoolmark.transfer.record.RewatchRecord;
import dev.spoolmark.transfer.record.ShowSettingRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Rows about shows. What the user has chosen here is kept.
final class ShowForms {

    private ShowForms() {}

    private static Optional<StoredRow> row(ResolvedRecord resolved, List<Object> keys, @Nullable Object... values) {
        FoundItem item = resolved.requireItem();
        return item.kind() == Kind.SHOW
                ? Optional.of(new StoredRow(
                        new RowKey(item.kind().number(), item.id(), keys), item.show(), Arrays.asList(values)))
                : Optional.empty();
    }

    static final class OfRewatches implements ItemRowWriter.RowForm {

        @Override
        public Optional<StoredRow> row(Tx tx, WriteContext context, ResolvedRecord resolved) {
            RewatchRecord rewatch = (RewatchRecord) resolved.record();
            return ShowForms.row(resolved, List.of((long) rewatch.run()), context.millis(rewatch.at()));
        }

        @Override
        public @Nullable StoredRow merged(WriteContext context, StoredRow present, StoredRow imported) {
            return null;
        }
    }

    static final class OfEpisodeOrders implements ItemRowWriter.RowForm {

        @Override
        public Optional<StoredRow> row(Tx tx, WriteContext context, ResolvedRecord resolved) {
            EpisodeOrderRecord order = (EpisodeOrderRecord) resolved.record();
            return ShowForms.row(resolved, List.of(), context.millis(order.at()));
        }

        @Override
        public @Nullable StoredRow merged(WriteContext context, StoredRow present, StoredRow imported) {
            return null;
        }
    }

    /// Beyond the highest number of pinned shows a show is not pinned.
    static final class OfSettings implements ItemRowWriter.RowForm {

        private static final int PINNED_AT = 0;
        private static final int RULE = 1;

        @Override
        public Optional<StoredRow> row(Tx tx, WriteContext context, ResolvedRecord resolved) {
            ShowSettingRecord setting = (ShowSettingRecord) resolved.record();
            Instant pinnedAt = setting.pinnedAt();
            boolean isPinned =
                    pinnedAt != null && ShowSettings.countPinned(tx, context.user()) < ShowSettings.MAX_PINNED;
            return ShowForms.row(resolved, List.of(), isPinned ? (Long) context.millis(pinnedAt) : null, (long)
                    setting.rule().number());
        }

        @Override
        public @Nullable StoredRow merged(WriteContext context, StoredRow present, StoredRow imported) {
            List<@Nullable Object> mine = present.values();
            List<@Nullable Object> theirs = imported.values();
            boolean isDefault = mine.get(RULE) instanceof Long rule && rule == NextRule.AFTER_LAST.number();
            return new StoredRow(
                    present.key(),
                    present.show(),
                    Arrays.asList(
                            mine.get(PINNED_AT) == null ? theirs.get(PINNED_AT) : mine.get(PINNED_AT),
                            isDefault ? theirs.get(RULE) : mine.get(RULE)));
        }
    }
}
