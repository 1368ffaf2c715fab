package dev.spoolmark.web.statistics;

import org.jspecify.annotations.Nullable;

/// A number with its name.
///
/// @param detail what stands below; may be empty
/// @param path where it leads, or null
public record Figure(
        String name, String value, String detail, @Nullable String path) {

    static Figure of(String name, String value) {
        return new Figure(name, value, "", null);
    }
}
