package dev.spoolmark.app.config;

import java.util.Locale;

/// One thing that can be set: its name, its value when nobody sets it, how that is read, and what it means.
///
/// @param defaultValue the value when nobody gives one; empty when the thing is then left alone
/// @param description the sentence of the manual
public record Setting<T>(String key, String defaultValue, Reader<T> reader, boolean secret, String description) {

    private static final String PREFIX = "SPOOLMARK_";

    static <T> Setting<T> of(String key, String fallback, Reader<T> reader, String meaning) {
        return new Setting<>(key, fallback, reader, false, meaning);
    }

    static <T> Setting<T> secret(String key, Reader<T> reader, String meaning) {
        return new Setting<>(key, "", reader, true, meaning);
    }

    /// The environment variable that sets this.
    String variable() {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /// The environment variable that names a file with the value in it, for secrets only.
    String fileVariable() {
        return variable() + "_FILE";
    }

    /// How a value becomes what the server works with.
    @FunctionalInterface
    interface Reader<T> {

        /// Throws `IllegalArgumentException` with what the value must be: `a number from 1 to 10`. The message never
        /// quotes the value, which may be a secret.
        T read(String text);
    }
}
