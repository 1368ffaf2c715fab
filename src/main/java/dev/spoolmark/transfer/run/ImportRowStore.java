package dev.spoolmark.transfer.run;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.merge.UserItemTable;
import dev.spoolmark.catalog.merge.UserItemTable.Column;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import dev.spoolmark.transfer.record.RecordSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of imports by user, import and number.
final class ImportRowStore {

    static final UserRows ROWS = UserRows.of("import_row", "run_id", "row_no");

    /// When two items are merged, rows about one are about the result.
    static final UserItemTable TABLE = new UserItemTable(
            "import_row",
            List.of(Column.number("run_id"), Column.number("row_no")),
            List.of(
                    Column.number("outcome"),
                    Column.number("type"),
                    Column.text("member"),
                    Column.number("line"),
                    Column.number("stored_at"),
                    Column.text("before"),
                    Column.text("after"),
                    Column.text("reason"),
                    Column.text("label"),
                    Column.text("record")),
            true,
            "NOTHING");

    private static final String COLUMNS =
            "row_no, outcome, type, kind, item_id, show_id, member, line, stored_at, before,"
                    + " after, reason, label, record";

    private static final int MAX_LABEL = 500;

    void insert(Tx tx, UserId user, long run, List<ImportRow> rows) {
        List<@Nullable Object[]> values = new ArrayList<>();
        for (ImportRow row : rows) {
            FoundItem item = row.item();
            values.add(new @Nullable Object[] {
                user.value(),
                run,
                row.number(),
                row.outcome().number(),
                row.type().number(),
                item == null ? 0 : item.kind().number(),
                item == null ? 0L : item.id(),
                item == null ? 0L : item.show(),
                shortened(row.source().member()),
                row.source().line(),
                row.storedAt(),
                row.before(),
                row.after(),
                row.reason(),
                shortened(row.label()),
                row.unresolved()
            });
        }
        tx.insertAll("INSERT INTO import_row (user_id, run_id, " + COLUMNS + ")", values);
    }

    /// A row of a file can be long, and has characters that no database stores.
    private static @Nullable String shortened(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clean = text.replace('\0', ' ');
        return clean.codePointCount(0, clean.length()) <= MAX_LABEL
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, MAX_LABEL));
    }

    /// Rows with one of these outcomes, in their order.
    ///
    /// @param after number of the last row of the page before; 0 for the first page
    List<ImportRow> page(Tx tx, UserId user, long run, List<RowOutcome> outcomes, long after, int max) {
        List<Integer> numbers = outcomes.stream().map(RowOutcome::number).toList();
        return tx.query(
                "SELECT " + COLUMNS + " FROM import_row WHERE user_id = ? AND run_id = ? AND outcome IN ("
                        + Tx.placeholders(numbers.size()) + ") AND row_no > ? ORDER BY row_no LIMIT ?",
                ImportRowStore::row,
                user.value(),
                run,
                Tx.padToPlaceholders(numbers),
                after,
                max);
    }

    /// Rows that were written, last first.
    ///
    /// @param before number of the last row of the batch before
    List<ImportRow> written(Tx tx, UserId user, long run, long before, int max) {
        return tx.query(
                "SELECT " + COLUMNS + " FROM import_row WHERE user_id = ? AND run_id = ? AND row_no < ?"
                        + " AND outcome IN (1, 2) ORDER BY row_no DESC LIMIT ?",
                ImportRowStore::row,
                user.value(),
                run,
                before,
                max);
    }

    Optional<ImportRow> find(Tx tx, UserId user, long run, long number) {
        return tx.findFirst(
                "SELECT " + COLUMNS + " FROM import_row WHERE user_id = ? AND run_id = ? AND row_no = ?",
                ImportRowStore::row,
                user.value(),
                run,
                number);
    }

    void delete(Tx tx, UserId user, long run, List<Long> numbers) {
        tx.update(
                "DELETE FROM import_row WHERE user_id = ? AND run_id = ? AND row_no IN ("
                        + Tx.placeholders(numbers.size()) + ")",
                user.value(),
                run,
                Tx.padToPlaceholders(numbers));
    }

    /// Deletes the first rows of an import.
    ///
    /// @return the number of deleted rows
    int deleteFirst(Tx tx, UserId user, long run, int max) {
        List<Long> numbers = tx.query(
                "SELECT row_no FROM import_row WHERE user_id = ? AND run_id = ? ORDER BY row_no LIMIT ?",
                row -> row.getLong(1),
                user.value(),
                run,
                max);
        if (!numbers.isEmpty()) {
            delete(tx, user, run, numbers);
        }
        return numbers.size();
    }

    private static ImportRow row(Row row) {
        int kind = row.getInt(4);
        return new ImportRow(
                row.getLong(1),
                RowOutcome.of(row.getInt(2)),
                RecordType.of(row.getInt(3)),
                kind == 0 ? null : new FoundItem(Kind.of(kind), row.getLong(5), row.getLong(6)),
                new RecordSource(row.getString(7), row.getInt(8)),
                row.instant(9),
                row.textOrNull(10),
                row.textOrNull(11),
                row.textOrNull(12),
                row.textOrNull(13),
                row.textOrNull(14));
    }
}
