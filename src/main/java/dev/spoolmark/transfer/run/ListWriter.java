package dev.spoolmark.transfer.run;

import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Tx;
import dev.spoolmark.lists.ListId;
import dev.spoolmark.lists.ListImports;
import dev.spoolmark.lists.ListImports.ImportedList;
import dev.spoolmark.lists.ListSettings;
import dev.spoolmark.lists.Privacy;
import dev.spoolmark.transfer.record.ListRecord;
import dev.spoolmark.transfer.record.SkipReason;
import dev.spoolmark.transfer.run.ImportListStore.TargetList;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lists. One of a name that the user has is the same list and keeps its settings. The stored row is
/// `[id, name, description, privacy, shows numbers, allows comments]`.
final class ListWriter implements RecordWriter {

    /// A line of the rules of a list.
    private static final Pattern CHOSEN_LIST = Pattern.compile("(?m)^list (\\d{1,18})$");

    private final ListImports lists;
    private final ImportListStore targets = new ImportListStore();

    ListWriter(ListImports lists) {
        this.lists = lists;
    }

    @Override
    public List<WriteResult> write(Tx tx, WriteContext context, List<ResolvedRecord> records) {
        return records.stream()
                .map(resolved -> write(tx, context, (ListRecord) resolved.record()))
                .toList();
    }

    private WriteResult write(Tx tx, WriteContext context, ListRecord list) {
        ListSettings settings;
        try {
            settings = new ListSettings(
                    list.name(), list.description(), list.privacy(), list.showNumbers(), list.allowComments());
        } catch (ProblemException tooLong) {
            return WriteResult.skipped(SkipReason.TOO_LONG);
        }
        Instant createdAt = list.createdAt();
        ImportedList target;
        try {
            target = lists.findOrCreate(
                    tx,
                    context.user(),
                    settings,
                    rules(tx, context, list.rules()),
                    createdAt == null ? context.now() : createdAt,
                    list.origin());
        } catch (ProblemException tooMany) {
            return WriteResult.skipped(SkipReason.LIMIT);
        }
        TargetList stored = new TargetList(target.id().value(), target.lastRank());
        targets.save(tx, context.user(), context.run().id(), list.key(), stored);
        context.lists().put(list.key(), Optional.of(stored));
        return target.isNew() ? WriteResult.added(json(target.id(), settings)) : WriteResult.PRESENT;
    }

    /// A list that rules choose from has another number here. One that is not known is left out.
    private @Nullable String rules(Tx tx, WriteContext context, @Nullable String rules) {
        return rules == null
                ? null
                : CHOSEN_LIST
                        .matcher(rules)
                        .replaceAll(line -> targets.find(
                                        tx, context.user(), context.run().id(), line.group(1))
                                .map(target -> "list " + target.id())
                                .orElse(""));
    }

    private static String json(ListId id, ListSettings settings) {
        return RunJson.write(Arrays.asList(
                id.value(),
                settings.name(),
                settings.description(),
                settings.privacy().name(),
                settings.showNumbers(),
                settings.allowComments()));
    }

    @Override
    public int undo(Tx tx, WriteContext context, List<ImportRow> rows) {
        int undone = 0;
        for (ImportRow row : rows) {
            String after = row.after();
            if (after != null && undoList(tx, context, RunJson.values(after))) {
                undone++;
            }
        }
        return undone;
    }

    private boolean undoList(Tx tx, WriteContext context, List<@Nullable Object> values) {
        ListSettings settings = new ListSettings(
                String.valueOf(values.get(1)),
                String.valueOf(values.get(2)),
                Privacy.valueOf(String.valueOf(values.get(3))),
                Boolean.TRUE.equals(values.get(4)),
                Boolean.TRUE.equals(values.get(5)));
        return values.getFirst() instanceof Long id && lists.undo(tx, context.user(), new ListId(id), settings);
    }
}
