package dev.spoolmark.db;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Access to the database for one unit of work. `Database.write` runs it as a transaction; reads are not
/// transactions. Stores take a `Tx`; the feature opens it.
///
/// Parameters are texts, integers, booleans, instants (stored as milliseconds) or null. A list is expanded to
/// its elements, one placeholder each.
public final class Tx {

    /// The number of values in one statement; larger sets are split into chunks of this size.
    public static final int MAX_PARAMETERS = 500;

    /// A power of two, so that the remainder needs few other statements.
    private static final int MAX_ROWS_PER_INSERT = 64;

    private final StatementCache statements;
    private final HiLoIdAllocator ids;

    Tx(StatementCache statements, HiLoIdAllocator ids) {
        this.statements = statements;
        this.ids = ids;
    }

    /// A new id for this name, at most 2^53-1. Ids may have gaps.
    public long newId(String name) {
        return ids.next(name, statements);
    }

    /// Runs a statement and returns the number of changed rows.
    public int update(String sql, @Nullable Object... parameters) {
        try {
            return prepare(sql, parameters).executeUpdate();
        } catch (SQLException e) {
            throw statements.toException(sql, e);
        }
    }

    /// Runs a statement that begins or ends a transaction.
    void execute(String sql) {
        statements.execute(sql);
    }

    /// Runs a statement once per row of parameters, in order.
    public void updateAll(String sql, Iterable<? extends @Nullable Object[]> rows) {
        try {
            PreparedStatement statement = statements.prepare(sql);
            boolean any = false;
            for (@Nullable Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
                any = true;
            }
            if (any) {
                statement.executeBatch();
            }
        } catch (SQLException e) {
            throw statements.toException(sql, e);
        }
    }

    /// Inserts many rows per statement, which is faster on SQLite for adjacent rows.
    ///
    /// @param insert the statement up to `VALUES`
    /// @param rows each with a value for every column
    public void insertAll(String insert, List<? extends @Nullable Object[]> rows) {
        insertAll(insert, rows, "");
    }

    /// The same with an `ON CONFLICT` clause. The statements decide about conflicts with stored rows, not about
    /// those between `rows`, each of which needs another key.
    public void insertAll(String insert, List<? extends @Nullable Object[]> rows, String onConflict) {
        int from = 0;
        for (int size = MAX_ROWS_PER_INSERT; size > 0; size /= 2) {
            for (; rows.size() - from >= size; from += size) {
                insert(insert, rows.subList(from, from + size), onConflict);
            }
        }
    }

    private void insert(String insert, List<? extends @Nullable Object[]> rows, String onConflict) {
        int columns = rows.getFirst().length;
        String row = "(?" + ", ?".repeat(columns - 1) + ")";
        String sql = insert + " VALUES " + row + (", " + row).repeat(rows.size() - 1)
                + (onConflict.isEmpty() ? "" : " " + onConflict);
        try {
            PreparedStatement statement = statements.prepare(sql);
            int index = 1;
            for (@Nullable Object[] values : rows) {
                for (Object value : values) {
                    bind(statement, index++, value);
                }
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw statements.toException(sql, e);
        }
    }

    public <T> List<T> query(String sql, Function<Row, T> read, @Nullable Object... parameters) {
        List<T> found = new ArrayList<>();
        try (ResultSet rows = prepare(sql, parameters).executeQuery()) {
            forEach(rows, row -> found.add(read.apply(row)));
        } catch (SQLException e) {
            throw statements.toException(sql, e);
        }
        return found;
    }

    /// The first column as ids, in the order of the rows, in compact form.
    public <I> List<I> ids(String sql, LongFunction<I> id, @Nullable Object... parameters) {
        LongStream.Builder found = LongStream.builder();
        forEach(sql, row -> found.accept(row.getLong(1)), parameters);
        return LongIdList.of(found.build(), id);
    }

    /// The first row, if any.
    public <T> Optional<T> findFirst(String sql, Function<Row, T> read, @Nullable Object... parameters) {
        try (ResultSet rows = prepare(sql, parameters).executeQuery()) {
            return rows.next() ? Optional.of(read.apply(new Row(rows))) : Optional.empty();
        } catch (SQLException e) {
            throw statements.toException(sql, e);
        }
    }

    /// Streams the rows, so that a whole table needs no memory. The consumer must not use this transaction.
    public void forEach(String sql, Consumer<Row> consumer, @Nullable Object... parameters) {
        try {
            statements.stream(() -> prepare(sql, parameters), rows -> forEach(rows, consumer));
        } catch (SQLException e) {
            throw statements.toException(sql, e);
        }
    }

    private static void forEach(ResultSet rows, Consumer<Row> consumer) throws SQLException {
        Row row = new Row(rows);
        while (rows.next()) {
            consumer.accept(row);
        }
    }

    /// `?, ?, ?` for an `IN (…)` of that many values, rounded up to a power of two so that few statements are
    /// prepared.
    ///
    /// Use it with [#padToPlaceholders], which repeats the last value.
    public static String placeholders(int values) {
        return "?" + ", ?".repeat(paddedSize(values) - 1);
    }

    /// `(?, ?), (?, ?)` for the `VALUES` of that many rows, rounded up as [#placeholders] is. Only for
    /// statements where duplicate rows are harmless.
    public static String valueTuples(int columns, int rows) {
        String row = "(" + "?, ".repeat(columns - 1) + "?)";
        return row + (", " + row).repeat(paddedSize(rows) - 1);
    }

    /// The values for [#placeholders] or [#valueTuples], with the last one repeated.
    public static <T extends @Nullable Object> List<T> padToPlaceholders(List<? extends T> values) {
        List<T> padded = new ArrayList<>(values);
        while (padded.size() < paddedSize(values.size())) {
            padded.add(values.getLast());
        }
        return padded;
    }

    private static int paddedSize(int values) {
        return values <= 1 ? 1 : Integer.highestOneBit(values - 1) << 1;
    }

    private PreparedStatement prepare(String sql, @Nullable Object[] parameters) throws SQLException {
        PreparedStatement statement = statements.prepare(sql);
        bind(statement, parameters);
        return statement;
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        int index = 1;
        for (@Nullable Object parameter : parameters) {
            if (parameter instanceof Iterable<?> many) {
                for (Object value : many) {
                    bind(statement, index++, value);
                }
            } else {
                bind(statement, index++, parameter);
            }
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case String text -> statement.setString(index, text);
            case Long number -> statement.setLong(index, number);
            case Integer number -> statement.setInt(index, number);
            case Short number -> statement.setInt(index, number);
            case Boolean flag -> statement.setBoolean(index, flag);
            case Instant instant -> statement.setLong(index, instant.toEpochMilli());
            default ->
                throw new DatabaseException(
                        "unsupported column type " + value.getClass().getSimpleName());
        }
    }
}
