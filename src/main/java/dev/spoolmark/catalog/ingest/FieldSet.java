package dev.spoolmark.catalog.ingest;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Sets of the facts of one kind of item, a bit for each in the order of their list.
public final class FieldSet {

    private FieldSet() {}

    /// Those that are given.
    static int of(@Nullable Object... values) {
        int bits = 0;
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
                bits |= 1 << i;
            }
        }
        return bits;
    }

    /// Those in which two lists of the same facts differ.
    static int differing(@Nullable Object[] some, @Nullable Object[] others) {
        int bits = 0;
        for (int i = 0; i < some.length; i++) {
            if (!Objects.equals(some[i], others[i])) {
                bits |= 1 << i;
            }
        }
        return bits;
    }

    public static <T> @Nullable T unless(int taken, int index, @Nullable T value) {
        return (taken & (1 << index)) == 0 ? value : null;
    }

    public static <T> List<T> unless(int taken, int index, List<T> values) {
        return (taken & (1 << index)) == 0 ? values : List.of();
    }
}
