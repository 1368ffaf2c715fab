package dev.spoolmark.lists;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.WrittenText;
import java.util.Locale;
import java.util.regex.Pattern;

/// A condition of a smart list.
///
/// @param value empty for a field without one
public record SmartCondition(SmartField field, String value) {

    private static final int LONGEST = 100;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    /// @throws ProblemException with [Problem.Invalid], whose subject is the name of the field in lower case,
    /// if the value is none of the field
    public SmartCondition {
        value = field.hasValue() ? WrittenText.line(value) : "";
        if (!isValid(field, value)) {
            throw new ProblemException(new Problem.Invalid(field.name().toLowerCase(Locale.ROOT)));
        }
    }

    private static boolean isValid(SmartField field, String value) {
        if (field.value().isNumber()) {
            return NUMBER.matcher(value).matches() && field.value().contains(AsciiNumber.parseInt(value));
        }
        return !field.hasValue() || (!value.isEmpty() && value.codePointCount(0, value.length()) <= LONGEST);
    }

    int number() {
        return AsciiNumber.parseInt(value);
    }
}
