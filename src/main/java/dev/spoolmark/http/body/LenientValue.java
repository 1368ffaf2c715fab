package dev.spoolmark.http.body;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.TextFolding;
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

/// A single value as sent by a client: old clients write numbers as texts, floats and integers, and expect an
/// echo of exactly what they sent.
///
/// @param text the value without quotes
/// @param quoted whether it was sent as a text
@JsonSerialize(using = LenientValue.EchoSerializer.class)
public record LenientValue(String text, boolean quoted) {

    private static final BigDecimal MAX_LONG = BigDecimal.valueOf(ValueLimits.LARGEST_ID);

    /// A number with at most this many digits fits a long.
    private static final int MAX_PLAIN_DIGITS = 15;

    private static final int MAX_NUMBER_LENGTH = 20;

    /// Represents an object or a list in the place of a single value.
    static final LenientValue UNREADABLE = new LenientValue("{}", true);

    /// The single value at the position of the parser, or null.
    static @Nullable LenientValue of(JsonParser json) {
        return switch (json.currentToken()) {
            case VALUE_STRING -> new LenientValue(json.getString(), true);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new LenientValue(json.getString(), false);
            case VALUE_TRUE -> new LenientValue("true", false);
            case VALUE_FALSE -> new LenientValue("false", false);
            case null, default -> null;
        };
    }

    /// Whether an object or a list stands in the place of the value.
    @SuppressWarnings("ReferenceEquality") // a value that was sent can have the same text
    public boolean isUnreadable() {
        return this == UNREADABLE;
    }

    /// The text, unless it is blank.
    public Optional<String> nonBlank() {
        String stripped = text.strip();
        return stripped.isEmpty() ? Optional.empty() : Optional.of(stripped);
    }

    /// The integer that this represents (`25`, `"25"`, `25.0`); empty for anything else, including 25.5.
    ///
    /// No-break blanks and invisible characters around it are ignored, as around any other value.
    public OptionalLong asLong() {
        String stripped = TextFolding.strip(text);
        return isPlain(stripped) ? OptionalLong.of(AsciiNumber.parseLong(stripped)) : exactly(stripped);
    }

    /// A few digits only, the common case.
    private static boolean isPlain(String stripped) {
        for (int i = 0; i < stripped.length(); i++) {
            if (stripped.charAt(i) < '0' || stripped.charAt(i) > '9') {
                return false;
            }
        }
        return !stripped.isEmpty() && stripped.length() <= MAX_PLAIN_DIGITS;
    }

    /// Longer texts are rejected, since parsing takes quadratic time.
    private static OptionalLong exactly(String stripped) {
        if (stripped.length() > MAX_NUMBER_LENGTH) {
            return OptionalLong.empty();
        }
        try {
            BigDecimal number = AsciiNumber.parseDecimal(stripped);
            if (number.abs().compareTo(MAX_LONG) > 0
                    || number.stripTrailingZeros().scale() > 0) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(number.longValueExact());
        } catch (NumberFormatException | ArithmeticException notANumber) {
            return OptionalLong.empty();
        }
    }

    public OptionalInt asInt() {
        OptionalLong number = asLong();
        return number.isPresent() && (int) number.getAsLong() == number.getAsLong()
                ? OptionalInt.of((int) number.getAsLong())
                : OptionalInt.empty();
    }

    /// A boolean in any of the forms that clients send: `true`, `1`, `"true"`, `"1"` and their opposites.
    public Optional<Boolean> asBoolean() {
        return switch (TextFolding.strip(text).toLowerCase(Locale.ROOT)) {
            case "true", "1", "1.0" -> Optional.of(true);
            case "false", "0", "0.0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /// Writes the value as it was sent.
    public void writeTo(JsonGenerator json) {
        if (quoted) {
            json.writeString(text);
        } else {
            json.writeRawValue(text);
        }
    }

    /// Writes the value as it was sent.
    static final class EchoSerializer extends ValueSerializer<LenientValue> {

        @Override
        public void serialize(LenientValue value, JsonGenerator json, SerializationContext context) {
            value.writeTo(json);
        }
    }
}
