package dev.spoolmark.app.config;

import dev.spoolmark.app.UserErrorException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The values that somebody gave, by key, and where each came from.
///
/// A later source overrides an earlier one: the file in the data directory, the environment, the flags.
public record RawSettings(Map<String, RawValue> values) {

    private static final String MASK = "***";

    public RawSettings {
        values = Map.copyOf(values);
    }

    /// A value as it was written, and the place a person would go to in order to change it.
    public record RawValue(String text, String source) {

        boolean isFlag() {
            return source.startsWith("--");
        }

        @Override
        public String toString() {
            return MASK + " from " + source;
        }
    }

    /// One line of what is in force: the value as it may be shown, and where it came from.
    public record Shown(String key, String value, String source) {}

    public static RawSettings nothing() {
        return new RawSettings(Map.of());
    }

    /// These values, and those of `stronger` over them.
    public RawSettings and(RawSettings stronger) {
        Map<String, RawValue> both = new LinkedHashMap<>(values);
        both.putAll(stronger.values);
        return new RawSettings(both);
    }

    <T> T get(Setting<T> setting) {
        RawValue value = valueOf(setting);
        try {
            return setting.reader().read(value.text());
        } catch (IllegalArgumentException wrong) {
            throw refused(setting, value, String.valueOf(wrong.getMessage()));
        }
    }

    public List<Shown> effective() {
        return Settings.ALL.stream().map(this::shown).toList();
    }

    private Shown shown(Setting<?> setting) {
        RawValue value = valueOf(setting);
        String text = setting.secret() && !value.text().isEmpty() ? MASK : value.text();
        return new Shown(setting.key(), text, value.source());
    }

    private RawValue valueOf(Setting<?> setting) {
        return values.getOrDefault(setting.key(), new RawValue(setting.defaultValue(), "default"));
    }

    private static UserErrorException refused(Setting<?> setting, RawValue value, String mustBe) {
        String quoted = setting.secret() ? "" : ", not '" + value.text() + "'";
        String sentence = setting.key() + " must be " + mustBe + quoted + " (from " + value.source() + ")";
        return value.isFlag() ? UserErrorException.usage(sentence) : UserErrorException.of(sentence);
    }
}
