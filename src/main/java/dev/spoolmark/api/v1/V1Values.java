package dev.spoolmark.api.v1;

import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Scalar;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Values as clients send them, whatever form they have (`conventions.md` 5.1), and as v1 writes what is not known.
final class V1Values {

    private V1Values() {}

    static Optional<String> text(@Nullable Scalar value) {
        return value == null ? Optional.empty() : value.filled();
    }

    static @Nullable String textOrNull(@Nullable Scalar value) {
        return text(value).orElse(null);
    }

    static OptionalInt number(@Nullable Scalar value) {
        return value == null ? OptionalInt.empty() : value.wholeInt();
    }

    static @Nullable Integer numberOrNull(@Nullable Scalar value) {
        OptionalInt number = number(value);
        return number.isPresent() ? number.getAsInt() : null;
    }

    /// A number that the method cannot do without.
    static int requiredNumber(Call<?> call, String name) {
        return new Scalar(call.required(name), true)
                .wholeInt()
                .orElseThrow(() -> new Refusal(new Problem.Invalid(name)));
    }

    static @Nullable Long idOrNull(@Nullable Scalar value) {
        OptionalLong number = value == null ? OptionalLong.empty() : value.whole();
        return number.isPresent() && number.getAsLong() > 0 ? number.getAsLong() : null;
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static long orZero(@Nullable Number number) {
        return number == null ? 0 : number.longValue();
    }

    static boolean isYes(@Nullable Scalar value) {
        return value != null && value.truth().orElse(false);
    }
}
