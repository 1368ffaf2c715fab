package dev.spoolmark.web.pwa;

import dev.spoolmark.web.text.Texts;
import java.util.List;
import java.util.stream.Stream;

/// Shortcuts of the keyboard that belong together.
public record ShortcutGroup(String heading, List<Shortcut> shortcuts) {

    public ShortcutGroup {
        shortcuts = List.copyOf(shortcuts);
    }

    /// @param keys pressed one after the other
    /// @param action what they do
    public record Shortcut(List<String> keys, String action) {

        public Shortcut {
            keys = List.copyOf(keys);
        }
    }

    /// All shortcuts, as the module `keyboard.mjs` knows them.
    static List<ShortcutGroup> all(Texts texts) {
        return List.of(
                group(texts, "go", "g h", "g p", "g c", "g l", "g s", "g w", "g r", "/"),
                group(texts, "items", "j", "k", "Enter", "w", "r 1", "r 0", "x", "Shift x"),
                group(texts, "other", "u", "?", "Escape"));
    }

    private static ShortcutGroup group(Texts texts, String name, String... keys) {
        return new ShortcutGroup(
                texts.get("pwa.keyboard." + name),
                Stream.of(keys)
                        .map(key -> new Shortcut(caps(texts, key), texts.get("pwa.key." + textKey(key))))
                        .toList());
    }

    private static List<String> caps(Texts texts, String keys) {
        return Stream.of(keys.split(" ", -1))
                .map(key -> key.length() == 1 ? key : texts.get("pwa.cap." + key))
                .toList();
    }

    private static String textKey(String keys) {
        return switch (keys) {
            case "/" -> "search";
            case "?" -> "help";
            default -> keys.replace(' ', '_');
        };
    }
}
