package dev.spoolmark.app.config;

import java.util.Locale;

/// A setting: key, default value, parser and description.
///
/// @param defaultValue used if no value is set; empty for none
/// @param description text for the manual
public record Setting<T>(String key, String defaultValue, Reader<T> reader, boolean secret, String description) {

    private static final String PREFIX = "SPOOLMARK_";

    static <T> Setting<T> of(String key, String fallback, Reader<T> reader, String meaning) {
        return new Setting<>(key, fallback, reader, false, meaning);
    }

    static <T> Setting<T> secret(String key, Reader<T> reader, String meaning) {
        return new Setting<>(key, "", reader, true, meaning);
    }

    /// The environment variable of the setting.
    String variable() {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /// The environment variable that names a file with the value; only for secrets.
    String fileVariable() {
        return variable() + "_FILE";
    }

    /// Parses a value.
    @FunctionalInterface
    interface Reader<T> {

        /// @throws IllegalArgumentException with what the value must be: `a number from 1 to 10`. The message
        ///     does not quote the value, which may be a secret.
        T read(String text);
    }
}
