package dev.spoolmark.web.form;

import dev.spoolmark.web.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values of a form and what is wrong with them, so that it can be shown again as it was sent.
public final class Form {

    private static final int LONGEST_PASSWORD = 1_024;

    private final Texts texts;
    private final Map<String, List<String>> values;
    private final Map<String, String> errors = new HashMap<>();

    /// @param texts the language of the errors
    /// @param values the values of each field in the order in which they were sent
    public Form(Texts texts, Map<String, List<String>> values) {
        this.texts = texts;
        this.values = Map.copyOf(values);
    }

    /// A form that was not sent yet.
    public static Form empty(Texts texts) {
        return new Form(texts, Map.of());
    }

    /// A form that was not sent yet, with values to begin with.
    public static Form of(Texts texts, Map<String, String> initial) {
        Map<String, List<String>> values = new HashMap<>();
        initial.forEach((name, value) -> values.put(name, List.of(value)));
        return new Form(texts, values);
    }

    /// The value of a field as it was sent; empty when it is missing. A field that was sent more than once is an
    /// error, since nobody can say which value was meant.
    public String raw(String name) {
        List<String> sent = values.getOrDefault(name, List.of());
        if (sent.size() > 1) {
            error(name, "form.repeated");
        }
        return sent.isEmpty() ? "" : sent.getFirst();
    }

    /// The value of a field without blanks at its ends; empty when it is missing.
    public String text(String name) {
        return raw(name).strip();
    }

    /// The value of a field that must not be empty.
    ///
    /// @param longest largest number of characters (Unicode code points)
    public String required(String name, int longest) {
        String value = limited(name, longest);
        if (value.isEmpty()) {
            error(name, "form.required");
        }
        return value;
    }

    /// An existing password, exactly as it was typed. Missing and too long ones are errors.
    public String password(String name) {
        String value = raw(name);
        if (value.isEmpty()) {
            error(name, "form.required");
        } else if (value.codePointCount(0, value.length()) > LONGEST_PASSWORD) {
            error(name, "form.too_long", LONGEST_PASSWORD);
        }
        return value;
    }

    /// The value of a field that may be empty.
    ///
    /// @param longest largest number of characters (Unicode code points)
    public String limited(String name, int longest) {
        String value = text(name);
        if (value.codePointCount(0, value.length()) > longest) {
            error(name, "form.too_long", longest);
        }
        return value;
    }

    /// One of the values of an enumeration, by the name in lower case.
    ///
    /// @return null and an error when it is none of them
    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        String value = text(name);
        for (E constant : type.getEnumConstants()) {
            if (key(constant).equals(value)) {
                return constant;
            }
        }
        error(name, "form.choice");
        return null;
    }

    /// How [#choice] names a constant.
    public static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// The values of each field as they were sent.
    public Map<String, List<String>> values() {
        return values;
    }

    /// All values of a field, such as of several checkboxes.
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /// Whether a checkbox is checked.
    public boolean isChecked(String name) {
        return !raw(name).isEmpty();
    }

    /// Notes what is wrong with a field; the first error of a field counts.
    ///
    /// @param key of the text
    public void error(String name, String key, Object... arguments) {
        errors.putIfAbsent(name, texts.get(key, arguments));
    }

    /// The same with a text that depends on a number.
    public void count(String name, String key, long number) {
        errors.putIfAbsent(name, texts.count(key, number));
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /// What is wrong with a field, or null.
    public @Nullable String errorOf(String name) {
        return errors.get(name);
    }
}
