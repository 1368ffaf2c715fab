package dev.spoolmark.web.text;

import java.util.Locale;
import java.util.Map;

/// The texts of one language. A text holds values as `{0}`, `{1}`; a text that depends on a number has the variants
/// `KEY.one` and `KEY.other` (CLDR plural rules of the languages that exist).
public final class Texts {

    private final Locale language;
    private final Map<String, String> texts;

    Texts(Locale language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    public Locale language() {
        return language;
    }

    /// For the attribute `lang`.
    public String languageTag() {
        return language.toLanguageTag();
    }

    /// `rtl` or `ltr`, for the attribute `dir`.
    public String direction() {
        return switch (language.getLanguage()) {
            case "ar", "fa", "he", "ur" -> "rtl";
            default -> "ltr";
        };
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /// A text with its values.
    ///
    /// @throws IllegalArgumentException when there is no such text
    public String get(String key, Object... values) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key + " in " + languageTag());
        }
        return values.length == 0 ? text : fill(text, values);
    }

    /// A text that depends on a number, which is its value `{0}`.
    ///
    /// @throws IllegalArgumentException when there is no such text
    public String count(String key, long number, Object... values) {
        String variant = number == 1 ? ".one" : ".other";
        Object[] all = new Object[values.length + 1];
        all[0] = String.format(language, "%,d", number);
        System.arraycopy(values, 0, all, 1, values.length);
        return get(key + variant, all);
    }

    /// Values are inserted in one pass: a value that looks like `{1}` stays as it is.
    private static String fill(String text, Object[] values) {
        StringBuilder filled = new StringBuilder(text.length() + 16);
        int at = 0;
        while (at < text.length()) {
            int index = placeholder(text, at, values.length);
            if (index < 0) {
                filled.append(text.charAt(at++));
            } else {
                filled.append(values[index]);
                at += 3;
            }
        }
        return filled.toString();
    }

    /// The number of the placeholder at this position, or -1.
    private static int placeholder(String text, int at, int count) {
        boolean isPlaceholder = at + 2 < text.length() && text.charAt(at) == '{' && text.charAt(at + 2) == '}';
        int index = isPlaceholder ? text.charAt(at + 1) - '0' : -1;
        return index >= 0 && index < count ? index : -1;
    }
}
