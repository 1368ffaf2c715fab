package dev.spoolmark.transfer.run;

import dev.spoolmark.account.AccountSettings;
import dev.spoolmark.account.SettingImports;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.db.Tx;
import dev.spoolmark.pagefilter.PageFilter;
import dev.spoolmark.pagefilter.PageFilters;
import dev.spoolmark.stats.viewing.SharedReviews;
import dev.spoolmark.transfer.record.SettingRecord;
import dev.spoolmark.transfer.record.SettingRecord.Group;
import dev.spoolmark.transfer.record.SkipReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Settings of the user. Those that the user has changed here are kept, and no import makes anything visible to more
/// users. The stored row is `[group, name, value]`; of settings of the account there is a row before, too.
final class SettingWriter implements RecordWriter {

    private static final String QUERY = "query";

    private final SettingImports settings;

    SettingWriter(AccountSettings settings) {
        this.settings = settings.imports();
    }

    @Override
    public List<WriteResult> write(Tx tx, WriteContext context, List<ResolvedRecord> records) {
        return records.stream()
                .map(resolved -> write(tx, context, (SettingRecord) resolved.record()))
                .toList();
    }

    private WriteResult write(Tx tx, WriteContext context, SettingRecord setting) {
        return switch (setting.group()) {
            case DISPLAY, PROFILE, VISIBILITY -> ofAccount(tx, context, setting);
            case PAGE_FILTER ->
                result(setting, PageFilters.restore(tx, context.user(), filter(context, setting)), query(setting));
            case SHARED_REVIEW -> sharedReview(tx, context, setting);
        };
    }

    private WriteResult ofAccount(Tx tx, WriteContext context, SettingRecord setting) {
        Map<String, String> before = settings.of(tx, context.user());
        Map<String, String> after = switch (setting.group()) {
            case DISPLAY -> settings.withDisplay(before, setting.values());
            case PROFILE -> settings.withProfile(before, setting.values());
            case VISIBILITY, PAGE_FILTER, SHARED_REVIEW -> settings.withVisibility(before, setting.values());
        };
        if (after.equals(before)) {
            return WriteResult.PRESENT;
        }
        return settings.store(tx, context.user(), after)
                ? WriteResult.changed(
                        RunJson.write(List.of(setting.group().key(), "", RunJson.write(before))),
                        RunJson.write(
                                List.of(setting.group().key(), "", RunJson.write(settings.of(tx, context.user())))))
                : WriteResult.skipped(SkipReason.INVALID_VALUE);
    }

    private static WriteResult sharedReview(Tx tx, WriteContext context, SettingRecord setting) {
        int year = year(setting.name());
        if (year == 0) {
            return WriteResult.skipped(SkipReason.INVALID_VALUE);
        }
        Instant at = Instant.ofEpochMilli(context.millis(setting.at()));
        return result(setting, SharedReviews.restore(tx, context.user(), year, at), "");
    }

    private static WriteResult result(SettingRecord setting, boolean isAdded, String value) {
        return isAdded
                ? WriteResult.added(RunJson.write(List.of(setting.group().key(), setting.name(), value)))
                : WriteResult.PRESENT;
    }

    private static String query(SettingRecord setting) {
        return setting.values().getOrDefault(QUERY, "");
    }

    private static PageFilter filter(WriteContext context, SettingRecord setting) {
        return new PageFilter(setting.name(), query(setting), Instant.ofEpochMilli(context.millis(setting.at())));
    }

    /// 0 if it is none.
    private static int year(String text) {
        return text.length() == 4 && text.chars().allMatch(c -> c >= '0' && c <= '9') ? AsciiNumber.parseInt(text) : 0;
    }

    @Override
    public int undo(Tx tx, WriteContext context, List<ImportRow> rows) {
        int undone = 0;
        for (ImportRow row : rows) {
            undone += undo(tx, context, row) ? 1 : 0;
        }
        return undone;
    }

    private boolean undo(Tx tx, WriteContext context, ImportRow row) {
        List<@Nullable Object> after = RunJson.values(Objects.requireNonNull(row.after()));
        String group = String.valueOf(after.get(0));
        String name = String.valueOf(after.get(1));
        String value = String.valueOf(after.get(2));
        if (group.equals(Group.PAGE_FILTER.key())) {
            return PageFilters.undoRestore(tx, context.user(), new PageFilter(name, value, context.now()));
        }
        if (group.equals(Group.SHARED_REVIEW.key())) {
            SharedReviews.undoRestore(tx, context.user(), year(name));
            return true;
        }
        return undoAccount(tx, context, RunJson.texts(value), RunJson.values(Objects.requireNonNull(row.before())));
    }

    /// Settings that have changed since stay.
    private boolean undoAccount(
            Tx tx, WriteContext context, Map<String, String> after, List<@Nullable Object> beforeRow) {
        Map<String, String> before = RunJson.texts(String.valueOf(beforeRow.get(2)));
        Map<String, String> now = new TreeMap<>(settings.of(tx, context.user()));
        Map<String, String> restored = new TreeMap<>(now);
        now.forEach((name, value) -> {
            if (value.equals(after.get(name))) {
                restored.put(name, before.getOrDefault(name, value));
            }
        });
        return !restored.equals(now) && settings.store(tx, context.user(), restored);
    }
}
