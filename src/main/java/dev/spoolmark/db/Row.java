package dev.spoolmark.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of a result. Columns are numbered from 1, in the order of the query.
public final class Row {

    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    public long getLong(int column) {
        return get(() -> rows.getLong(column));
    }

    public int getInt(int column) {
        return get(() -> rows.getInt(column));
    }

    public boolean getBoolean(int column) {
        return get(() -> rows.getBoolean(column));
    }

    public String getString(int column) {
        String text = textOrNull(column);
        if (text == null) {
            throw new DatabaseException("column " + column + " is null");
        }
        return text;
    }

    public Instant instant(int column) {
        return Instant.ofEpochMilli(getLong(column));
    }

    public @Nullable String textOrNull(int column) {
        return get(() -> rows.getString(column));
    }

    public @Nullable Long numberOrNull(int column) {
        return get(() -> {
            long value = rows.getLong(column);
            return rows.wasNull() ? null : value;
        });
    }

    public @Nullable Integer countOrNull(int column) {
        return get(() -> {
            int value = rows.getInt(column);
            return rows.wasNull() ? null : value;
        });
    }

    public @Nullable Instant instantOrNull(int column) {
        Long millis = numberOrNull(column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static <T extends @Nullable Object> T get(Column<T> column) {
        try {
            return column.read();
        } catch (SQLException e) {
            throw DatabaseException.of(e);
        }
    }

    private interface Column<T extends @Nullable Object> {

        T read() throws SQLException;
    }
}
