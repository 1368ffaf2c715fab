package dev.spoolmark.app.config;

import dev.spoolmark.app.UserErrorException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Unparsed values by key, with their sources.
///
/// Precedence from low to high: the file in the data directory, the environment, command-line options.
public record RawSettings(Map<String, RawValue> values) {

    private static final String MASK = "***";

    public RawSettings {
        values = Map.copyOf(values);
    }

    /// A value and where it was set.
    public record RawValue(String text, String source) {

        boolean isFlag() {
            return source.startsWith("--");
        }

        @Override
        public String toString() {
            return MASK + " from " + source;
        }
    }

    /// A setting for display: its value, masked if secret, and its source.
    public record EffectiveSetting(String key, String value, String source) {}

    public static RawSettings empty() {
        return new RawSettings(Map.of());
    }

    /// These values, overridden by those of `stronger`.
    public RawSettings overriddenBy(RawSettings stronger) {
        Map<String, RawValue> merged = new LinkedHashMap<>(values);
        merged.putAll(stronger.values);
        return new RawSettings(merged);
    }

    <T> T get(Setting<T> setting) {
        RawValue value = valueOf(setting);
        try {
            return setting.parser().parse(value.text());
        } catch (IllegalArgumentException wrong) {
            throw invalid(setting, value, String.valueOf(wrong.getMessage()));
        }
    }

    public List<EffectiveSetting> effective() {
        return Settings.ALL.stream().map(this::effective).toList();
    }

    private EffectiveSetting effective(Setting<?> setting) {
        RawValue value = valueOf(setting);
        String text = setting.secret() && !value.text().isEmpty() ? MASK : value.text();
        return new EffectiveSetting(setting.key(), text, value.source());
    }

    private RawValue valueOf(Setting<?> setting) {
        return values.getOrDefault(setting.key(), new RawValue(setting.defaultValue(), "default"));
    }

    private static UserErrorException invalid(Setting<?> setting, RawValue value, String mustBe) {
        String quoted = setting.secret() ? "" : ", not '" + value.text() + "'";
        String sentence = setting.key() + " must be " + mustBe + quoted + " (from " + value.source() + ")";
        return value.isFlag() ? UserErrorException.usage(sentence) : UserErrorException.of(sentence);
    }
}
