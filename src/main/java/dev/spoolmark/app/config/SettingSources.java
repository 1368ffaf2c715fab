package dev.spoolmark.app.config;

import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.core.ByteOrderMark;
import dev.spoolmark.core.TextFolding;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/// Reads settings from their sources. An unknown key is an error, so that a typing error does not silently
/// select a default.
public final class SettingSources {

    /// The file in the data directory.
    public static final String FILE = "spoolmark.properties";

    private static final String PREFIX = "SPOOLMARK_";

    /// Variables of the launcher.
    private static final Set<String> LAUNCHER_VARIABLES = Set.of("SPOOLMARK_JAVA_HOME", "SPOOLMARK_JAVA_OPTIONS");

    private SettingSources() {}

    /// The values in `file`; none if the file does not exist.
    static RawSettings file(Path file) {
        Map<String, RawSettings.RawValue> values = new LinkedHashMap<>();
        properties(file)
                .forEach((key, text) -> values.put(requireKnown(key, file), new RawSettings.RawValue(text, FILE)));
        return new RawSettings(values);
    }

    static RawSettings environment(Map<String, String> environment) {
        Map<String, RawSettings.RawValue> values = new LinkedHashMap<>();
        Map<String, Setting<?>> unread = byVariable();
        new TreeMap<>(environment).forEach((name, text) -> {
            if (name.startsWith(PREFIX) && !isForeign(name, text)) {
                Setting<?> setting = requireKnown(name, unread);
                if (values.put(setting.key(), valueOf(setting, name, text)) != null) {
                    throw UserErrorException.of(
                            "both " + setting.variable() + " and " + setting.fileVariable() + " are set: remove one");
                }
            }
        });
        return new RawSettings(values);
    }

    public static RawSettings flag(String key, String option, String text) {
        return new RawSettings(Map.of(key, new RawSettings.RawValue(text, option)));
    }

    private static Map<String, String> properties(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(ByteOrderMark.strip(Files.readString(file))));
            Map<String, String> sorted = new TreeMap<>();
            properties
                    .stringPropertyNames()
                    .forEach(key -> sorted.put(TextFolding.strip(key), TextFolding.strip(properties.getProperty(key))));
            return sorted;
        } catch (CharacterCodingException wrong) {
            throw UserErrorException.of(file + " is not UTF-8 text: save it as UTF-8");
        } catch (IllegalArgumentException wrong) {
            throw UserErrorException.of(
                    file + " contains a \\u that is not followed by four hexadecimal digits: correct it");
        } catch (IOException e) {
            throw UserErrorException.of(file + " could not be read: check its owner");
        }
    }

    private static String requireKnown(String key, Path file) {
        if (Settings.find(key).isEmpty()) {
            throw UserErrorException.of("unknown setting '" + key + "' (in " + file + "): did you mean '"
                    + Suggestions.closest(key, Settings.keys()) + "'?");
        }
        return key;
    }

    private static Setting<?> requireKnown(String name, Map<String, Setting<?>> byVariable) {
        Setting<?> setting = byVariable.get(name);
        if (setting == null) {
            throw UserErrorException.of("unknown environment variable " + name + ": did you mean "
                    + Suggestions.closest(name, byVariable.keySet()) + "?");
        }
        return setting;
    }

    private static Map<String, Setting<?>> byVariable() {
        Map<String, Setting<?>> byVariable = new LinkedHashMap<>();
        for (Setting<?> setting : Settings.ALL) {
            byVariable.put(setting.variable(), setting);
            if (setting.secret()) {
                byVariable.put(setting.fileVariable(), setting);
            }
        }
        return byVariable;
    }

    /// Whether the variable belongs to the launcher or a container platform: for a service called `spoolmark`,
    /// orchestrators set `SPOOLMARK_SERVICE_HOST`, `SPOOLMARK_PORT=tcp://10.0.0.7:8080` and others.
    private static boolean isForeign(String name, String text) {
        return LAUNCHER_VARIABLES.contains(name)
                || name.contains("_SERVICE_")
                || name.contains("_PORT_")
                || text.startsWith("tcp://");
    }

    private static RawSettings.RawValue valueOf(Setting<?> setting, String name, String text) {
        if (name.equals(setting.variable())) {
            return new RawSettings.RawValue(text.strip(), name);
        }
        try {
            return new RawSettings.RawValue(
                    ByteOrderMark.strip(Files.readString(Path.of(text))).strip(), name);
        } catch (IOException | IllegalArgumentException e) {
            throw UserErrorException.of("the file named by " + name + " could not be read: check its path and owner");
        }
    }
}
