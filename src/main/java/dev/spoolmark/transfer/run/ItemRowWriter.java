package dev.spoolmark.transfer.run;

import dev.spoolmark.activity.ActivityChange;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.ActivityType;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.merge.UserItemRows;
import dev.spoolmark.catalog.merge.UserItemRows.RowKey;
import dev.spoolmark.catalog.merge.UserItemRows.StoredRow;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Tx;
import dev.spoolmark.transfer.record.SkipReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Records that are one row of a table each. The stored row is `[further keys..., values...]`.
final class ItemRowWriter implements RecordWriter {

    private final UserItemRows table;
    private final ActivityStamps stamps;
    private final Optional<ActivityType> activity;
    private final int max;
    private final RowForm form;

    /// @param activity the stamps that change with the rows; empty for none
    /// @param max rows of one user
    ItemRowWriter(UserItemRows table, ActivityStamps stamps, Optional<ActivityType> activity, int max, RowForm form) {
        this.table = table;
        this.stamps = stamps;
        this.activity = activity;
        this.max = max;
        this.form = form;
    }

    /// How a record becomes a row.
    interface RowForm {

        /// @return empty if such an item cannot have such a row
        /// @throws ProblemException if a text is too long
        Optional<StoredRow> row(Tx tx, WriteContext context, ResolvedRecord resolved);

        /// What is stored if there is a row: null to keep it.
        @Nullable
        StoredRow merged(WriteContext context, StoredRow present, StoredRow imported);
    }

    @Override
    public List<WriteResult> write(Tx tx, WriteContext context, List<ResolvedRecord> records) {
        List<FormedRow> formed =
                records.stream().map(resolved -> formed(tx, context, resolved)).toList();
        List<Optional<StoredRow>> rows = formed.stream().map(FormedRow::row).toList();
        List<RowKey> keys =
                rows.stream().flatMap(Optional::stream).map(StoredRow::key).toList();
        Map<RowKey, StoredRow> present =
                new LinkedHashMap<>(table.read(tx, context.user().value(), keys));
        int left = max - (keys.isEmpty() ? 0 : table.count(tx, context.user().value()));
        Map<RowKey, StoredRow> stored = new LinkedHashMap<>();
        List<WriteResult> results = new ArrayList<>();
        for (FormedRow one : formed) {
            Optional<StoredRow> row = one.row();
            if (row.isEmpty()) {
                results.add(WriteResult.skipped(one.reason()));
                continue;
            }
            StoredRow before = present.get(row.get().key());
            StoredRow after = before == null ? row.get() : form.merged(context, before, row.get());
            if (after == null || after.equals(before)) {
                results.add(WriteResult.PRESENT);
            } else if (before == null && left-- <= 0) {
                results.add(WriteResult.skipped(SkipReason.LIMIT));
            } else {
                present.put(after.key(), after);
                stored.put(after.key(), after);
                results.add(
                        before == null
                                ? WriteResult.added(json(after))
                                : WriteResult.changed(json(before), json(after)));
            }
        }
        table.put(tx, context.user().value(), List.copyOf(stored.values()));
        stamp(tx, context, List.copyOf(stored.values()), false);
        return results;
    }

    /// @param reason why there is no row
    private record FormedRow(Optional<StoredRow> row, SkipReason reason) {}

    private FormedRow formed(Tx tx, WriteContext context, ResolvedRecord resolved) {
        try {
            return new FormedRow(form.row(tx, context, resolved), SkipReason.NOT_SUPPORTED);
        } catch (ProblemException tooLong) {
            return new FormedRow(Optional.empty(), SkipReason.TOO_LONG);
        }
    }

    private static String json(StoredRow row) {
        List<@Nullable Object> values = new ArrayList<>(row.key().keys());
        values.addAll(row.values());
        return RunJson.write(values);
    }

    /// A row that was changed twice by the import goes back step by step, since the last change comes first.
    @Override
    public int undo(Tx tx, WriteContext context, List<ImportRow> rows) {
        List<StoredRow> written = rows.stream()
                .map(row -> stored(row, Objects.requireNonNull(row.after())))
                .toList();
        Map<RowKey, StoredRow> present = new LinkedHashMap<>(table.read(
                tx, context.user().value(), written.stream().map(StoredRow::key).toList()));
        Map<RowKey, Optional<StoredRow>> changed = new LinkedHashMap<>();
        int undone = 0;
        for (int i = 0; i < rows.size(); i++) {
            StoredRow after = written.get(i);
            StoredRow now = present.get(after.key());
            if (now != null && now.values().equals(after.values())) {
                String json = rows.get(i).before();
                Optional<StoredRow> before = json == null ? Optional.empty() : Optional.of(stored(rows.get(i), json));
                changed.put(after.key(), before);
                before.ifPresentOrElse(row -> present.put(row.key(), row), () -> present.remove(after.key()));
                undone++;
            }
        }
        List<StoredRow> restored =
                changed.values().stream().flatMap(Optional::stream).toList();
        List<RowKey> removed = changed.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        table.put(tx, context.user().value(), restored);
        table.delete(tx, context.user().value(), removed);
        stamp(tx, context, restored, false);
        stamp(
                tx,
                context,
                removed.stream().map(key -> new StoredRow(key, 0, List.of())).toList(),
                true);
        return undone;
    }

    private StoredRow stored(ImportRow row, String json) {
        FoundItem item = Objects.requireNonNull(row.item());
        List<@Nullable Object> values = RunJson.values(json);
        int keys = table.table().keys().size();
        List<Object> further = new ArrayList<>();
        values.subList(0, keys).forEach(key -> further.add(Objects.requireNonNull(key)));
        return new StoredRow(
                new RowKey(item.kind().number(), item.id(), further), item.show(), values.subList(keys, values.size()));
    }

    private void stamp(Tx tx, WriteContext context, List<StoredRow> rows, boolean isRemoval) {
        activity.ifPresent(type -> stamps.changed(
                tx,
                context.user(),
                rows.stream()
                        .flatMap(row -> new FoundItem(
                                        Kind.of(row.key().kind()), row.key().item(), 0)
                                .media().stream())
                        .map(item -> new ActivityChange(type, item, isRemoval))
                        .toList(),
                context.now()));
    }
}
