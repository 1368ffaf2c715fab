package dev.spoolmark.web.form;

import dev.spoolmark.web.text.Texts;
import java.util.Arrays;
import java.util.List;

/// An option of a select.
///
/// @param value what the form sends
/// @param text what the user reads
public record Choice(String value, String text) {

    /// The constants of an enumeration as [Form#choice] reads them.
    ///
    /// @param prefix of the keys of their texts; the value follows
    public static <E extends Enum<E>> List<Choice> of(Class<E> type, Texts texts, String prefix) {
        return Arrays.stream(type.getEnumConstants())
                .map(Form::key)
                .map(key -> new Choice(key, texts.get(prefix + key)))
                .toList();
    }
}
