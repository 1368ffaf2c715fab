package dev.spoolmark.http.body;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.ValueLimits;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;

/// One value as a client sent it: old clients write numbers as texts, as floats and as numbers, and want back in an
/// echo just what they sent.
///
/// @param text the value without quotes
/// @param quoted whether it came as a text
@JsonSerialize(using = LenientValue.Echo.class)
public record LenientValue(String text, boolean quoted) {

    private static final BigDecimal LARGEST = BigDecimal.valueOf(ValueLimits.LARGEST_ID);

    /// So few that no number of them is larger than the largest.
    private static final int PLAIN_DIGITS = 15;

    private static final int LONGEST_NUMBER = 20;

    /// Stands for an object or a list where only a single value can be read.
    static final LenientValue UNREADABLE = new LenientValue("{}", true);

    /// The single value that a parser stands on, or null.
    static @Nullable LenientValue of(JsonParser json) {
        return switch (json.currentToken()) {
            case VALUE_STRING -> new LenientValue(json.getString(), true);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new LenientValue(json.getString(), false);
            case VALUE_TRUE -> new LenientValue("true", false);
            case VALUE_FALSE -> new LenientValue("false", false);
            case null, default -> null;
        };
    }

    /// The text, unless there is nothing in it.
    public Optional<String> nonBlank() {
        String stripped = text.strip();
        return stripped.isEmpty() ? Optional.empty() : Optional.of(stripped);
    }

    /// The whole number this stands for (`25`, `"25"`, `25.0`); empty for anything else, 25.5 too.
    public OptionalLong asLong() {
        String stripped = text.strip();
        return isPlain(stripped) ? OptionalLong.of(AsciiNumber.parseLong(stripped)) : exactly(stripped);
    }

    /// A few digits and nothing else, which is nearly always what comes.
    private static boolean isPlain(String stripped) {
        for (int i = 0; i < stripped.length(); i++) {
            if (stripped.charAt(i) < '0' || stripped.charAt(i) > '9') {
                return false;
            }
        }
        return !stripped.isEmpty() && stripped.length() <= PLAIN_DIGITS;
    }

    /// Longer texts are not even tried: what that takes grows with the square of their length.
    private static OptionalLong exactly(String stripped) {
        if (stripped.length() > LONGEST_NUMBER) {
            return OptionalLong.empty();
        }
        try {
            BigDecimal number = AsciiNumber.parseDecimal(stripped);
            if (number.abs().compareTo(LARGEST) > 0
                    || number.stripTrailingZeros().scale() > 0) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(number.longValueExact());
        } catch (NumberFormatException | ArithmeticException notANumber) {
            return OptionalLong.empty();
        }
    }

    public OptionalInt asInt() {
        OptionalLong whole = asLong();
        return whole.isPresent() && (int) whole.getAsLong() == whole.getAsLong()
                ? OptionalInt.of((int) whole.getAsLong())
                : OptionalInt.empty();
    }

    /// A yes or no in any of the forms seen: `true`, `1`, `"true"`, `"1"` and their opposites.
    public Optional<Boolean> asBoolean() {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1", "1.0" -> Optional.of(true);
            case "false", "0", "0.0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /// Writes the value as it came.
    public void writeTo(JsonGenerator json) {
        if (quoted) {
            json.writeString(text);
        } else {
            json.writeRawValue(text);
        }
    }

    /// Writes the value back as it came.
    static final class Echo extends ValueSerializer<LenientValue> {

        @Override
        public void serialize(LenientValue value, JsonGenerator json, SerializationContext context) {
            value.writeTo(json);
        }
    }
}
