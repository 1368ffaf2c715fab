package dev.spoolmark.catalog.ingest;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Bit masks of present or changed facts: bit i is element i of `fields()` of the facts, such as
/// [dev.spoolmark.catalog.MovieFacts#fields].
public final class FieldBits {

    private FieldBits() {}

    /// @return the facts that are present
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

    /// @return the facts that differ
    static int differences(@Nullable Object[] previous, @Nullable Object[] updated) {
        int bits = 0;
        for (int i = 0; i < previous.length; i++) {
            if (!Objects.equals(previous[i], updated[i])) {
                bits |= 1 << i;
            }
        }
        return bits;
    }

    public static <T> @Nullable T unless(int withdrawn, int index, @Nullable T value) {
        return (withdrawn & (1 << index)) == 0 ? value : null;
    }

    public static <T> List<T> unless(int withdrawn, int index, List<T> values) {
        return (withdrawn & (1 << index)) == 0 ? values : List.of();
    }
}
