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

/// One transaction in progress. A store takes a `Tx`; the feature that owns the transaction opens it.
///
/// Parameters are texts, whole numbers, booleans, instants (kept as milliseconds) or null; a list stands for its
/// elements, one mark each.
public final class Tx {

    /// A power of two, so that what is left over takes few other texts.
    private static final int ROWS_AT_ONCE = 64;

    private final StatementCache statements;
    private final HiLoIdAllocator ids;

    Tx(StatementCache statements, HiLoIdAllocator ids) {
        this.statements = statements;
        this.ids = ids;
    }

    /// A number never given out before under this name, at most 2^53-1. Gaps are fine.
    public long newId(String name) {
        return ids.next(name, statements);
    }

    /// Runs a statement that changes rows; returns how many.
    public int update(String sql, @Nullable Object... parameters) {
        try {
            return prepared(sql, parameters).executeUpdate();
        } catch (SQLException e) {
            throw statements.failed(sql, e);
        }
    }

    /// Runs one statement once for each row of parameters, in their order.
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
            throw statements.failed(sql, e);
        }
    }

    /// Inserts rows, many with one statement, which takes SQLite less time than one each where they lie side by
    /// side.
    ///
    /// @param insert the statement as far as `VALUES`
    /// @param rows each with a value for every column
    public void insertAll(String insert, List<? extends @Nullable Object[]> rows) {
        int from = 0;
        for (int some = ROWS_AT_ONCE; some > 0; some /= 2) {
            for (; rows.size() - from >= some; from += some) {
                insert(insert, rows.subList(from, from + some));
            }
        }
    }

    private void insert(String insert, List<? extends @Nullable Object[]> rows) {
        int columns = rows.getFirst().length;
        String row = "(?" + ", ?".repeat(columns - 1) + ")";
        String sql = insert + " VALUES " + row + (", " + row).repeat(rows.size() - 1);
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
            throw statements.failed(sql, e);
        }
    }

    public <T> List<T> query(String sql, Function<Row, T> read, @Nullable Object... parameters) {
        List<T> found = new ArrayList<>();
        try (ResultSet rows = prepared(sql, parameters).executeQuery()) {
            forEach(rows, row -> found.add(read.apply(row)));
        } catch (SQLException e) {
            throw statements.failed(sql, e);
        }
        return found;
    }

    /// The first column as ids, in the order of the rows; a long list of them takes little room.
    public <I> List<I> ids(String sql, LongFunction<I> id, @Nullable Object... parameters) {
        LongStream.Builder found = LongStream.builder();
        forEach(sql, row -> found.accept(row.getLong(1)), parameters);
        return LongIdList.of(found.build(), id);
    }

    /// The first row, if there is one.
    public <T> Optional<T> findFirst(String sql, Function<Row, T> read, @Nullable Object... parameters) {
        try (ResultSet rows = prepared(sql, parameters).executeQuery()) {
            return rows.next() ? Optional.of(read.apply(new Row(rows))) : Optional.empty();
        } catch (SQLException e) {
            throw statements.failed(sql, e);
        }
    }

    /// Hands each row on as it is read, so that a whole table needs no memory. The consumer must not use this
    /// transaction.
    public void forEach(String sql, Consumer<Row> consumer, @Nullable Object... parameters) {
        try {
            statements.stream(() -> prepared(sql, parameters), rows -> forEach(rows, consumer));
        } catch (SQLException e) {
            throw statements.failed(sql, e);
        }
    }

    private static void forEach(ResultSet rows, Consumer<Row> consumer) throws SQLException {
        Row row = new Row(rows);
        while (rows.next()) {
            consumer.accept(row);
        }
    }

    /// `?, ?, ?` for an `IN (…)` of that many values, rounded up to a power of two so that few texts are prepared.
    ///
    /// Pair it with [#padToPlaceholders], which repeats the last value.
    public static String placeholders(int values) {
        return "?" + ", ?".repeat(roundedUp(values) - 1);
    }

    /// `(?, ?), (?, ?)` for the `VALUES` of that many rows, rounded up as [#placeholders] is. Only where a row that
    /// comes
    /// twice does no harm.
    public static String valueTuples(int columns, int rows) {
        String row = "(" + "?, ".repeat(columns - 1) + "?)";
        return row + (", " + row).repeat(roundedUp(rows) - 1);
    }

    /// The values for [#placeholders] or [#valueTuples], the last one repeated.
    public static <T extends @Nullable Object> List<T> padToPlaceholders(List<? extends T> values) {
        List<T> padded = new ArrayList<>(values);
        while (padded.size() < roundedUp(values.size())) {
            padded.add(values.getLast());
        }
        return padded;
    }

    private static int roundedUp(int values) {
        return values <= 1 ? 1 : Integer.highestOneBit(values - 1) << 1;
    }

    private PreparedStatement prepared(String sql, @Nullable Object[] parameters) throws SQLException {
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
