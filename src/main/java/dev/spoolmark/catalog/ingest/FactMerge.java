package dev.spoolmark.catalog.ingest;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Merges newer facts with stored ones: present values replace, absent values remove nothing.
public final class FactMerge {

    private FactMerge() {}

    public static <T> @Nullable T newer(@Nullable T existing, @Nullable T incoming) {
        return incoming == null ? existing : incoming;
    }

    public static <T> List<T> newer(List<T> existing, List<T> values) {
        return values.isEmpty() ? existing : values;
    }

    /// @return the genres without line breaks and duplicates, with HTML character references decoded
    public static List<String> genres(List<String> values) {
        return values.stream()
                .map(InputCleaner::proseLine)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }
}
