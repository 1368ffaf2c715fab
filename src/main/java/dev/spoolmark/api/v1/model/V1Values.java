package dev.spoolmark.api.v1.model;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.body.LenientValue;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Parses values in all forms that clients send (`docs/spec/v1/conventions.md#values-in-requests`), and renders
/// unknown values.
public final class V1Values {

    private V1Values() {}

    public static Optional<String> text(@Nullable LenientValue value) {
        return value == null ? Optional.empty() : value.nonBlank();
    }

    static @Nullable public String textOrNull(@Nullable LenientValue value) {
        return text(value).orElse(null);
    }

    public static OptionalInt number(@Nullable LenientValue value) {
        return value == null ? OptionalInt.empty() : value.asInt();
    }

    static @Nullable public Integer numberOrNull(@Nullable LenientValue value) {
        OptionalInt number = number(value);
        return number.isPresent() ? number.getAsInt() : null;
    }

    /// A mandatory number.
    public static int requiredNumber(Call<?> call, String name) {
        return new LenientValue(call.required(name), true)
                .asInt()
                .orElseThrow(() -> new ProblemException(new Problem.Invalid(name)));
    }

    static @Nullable public Long idOrNull(@Nullable LenientValue value) {
        OptionalLong number = value == null ? OptionalLong.empty() : value.asLong();
        return number.isPresent() && number.getAsLong() > 0 ? number.getAsLong() : null;
    }

    public static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    public static long orZero(@Nullable Number number) {
        return number == null ? 0 : number.longValue();
    }

    public static boolean isTrue(@Nullable LenientValue value) {
        return value != null && value.asBoolean().orElse(false);
    }
}
