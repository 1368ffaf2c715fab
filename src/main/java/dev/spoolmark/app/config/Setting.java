package dev.spoolmark.app.config;

import java.util.Locale;

/// A setting: key, default value, parser and description.
///
/// @param defaultValue used if no value is set; empty for none
/// @param description text for the manual
public record Setting<T>(String key, String defaultValue, Parser<T> parser, boolean secret, String description) {

    private static final String PREFIX = "SPOOLMARK_";

    static <T> Setting<T> of(String key, String defaultValue, Parser<T> reader, String description) {
        return new Setting<>(key, defaultValue, reader, false, description);
    }

    static <T> Setting<T> secret(String key, Parser<T> reader, String description) {
        return new Setting<>(key, "", reader, true, description);
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
    interface Parser<T> {

        /// @throws IllegalArgumentException with what the value must be: `a number from 1 to 10`. The message
        ///     does not quote the value, which may be a secret.
        T parse(String text);
    }
}
