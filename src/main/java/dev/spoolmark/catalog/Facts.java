package dev.spoolmark.catalog;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How newer facts join those that stand: what is given replaces, what is absent never erases.
final class Facts {

    private Facts() {}

    static <T> @Nullable T newer(@Nullable T standing, @Nullable T given) {
        return given == null ? standing : given;
    }

    static <T> List<T> newer(List<T> standing, List<T> given) {
        return given.isEmpty() ? standing : given;
    }

    /// Genres as they are kept: each on one line, none twice.
    static List<String> genres(List<String> given) {
        return given.stream()
                .map(Given::line)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }
}
