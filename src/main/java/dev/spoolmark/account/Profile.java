package dev.spoolmark.account;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.core.WrittenText;
import org.jspecify.annotations.Nullable;

/// Descriptions of themselves that users write. A text that is too long is rejected, not shortened
/// (`docs/security.md#input-limits`).
public record Profile(
        @Nullable String fullName,
        @Nullable Gender gender,
        @Nullable Integer age,
        @Nullable String location,
        @Nullable String about,
        @Nullable String avatar) {

    public static final Profile EMPTY = new Profile(null, null, null, null, null, null);

    private static final int MAX_AVATAR_LENGTH = 2_048;
    private static final int OLDEST = 150;

    public Profile {
        fullName = visibleOrNull(fullName == null ? "" : WrittenText.line(fullName));
        location = visibleOrNull(location == null ? "" : WrittenText.line(location));
        about = visibleOrNull(about == null ? "" : WrittenText.lines(about));
        check(fullName, ValueLimits.FULL_NAME, "full name");
        check(location, ValueLimits.LOCATION, "location");
        check(about, ValueLimits.ABOUT, "about");
        check(avatar, MAX_AVATAR_LENGTH, "avatar");
        if (avatar != null && WrittenText.hasControlCharacters(avatar)) {
            throw new ProblemException(new Problem.Invalid("avatar"));
        }
        if (age != null && (age < 0 || age > OLDEST)) {
            throw new ProblemException(new Problem.Invalid("age"));
        }
    }

    /// A text without visible characters counts as absent.
    private static @Nullable String visibleOrNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static void check(@Nullable String text, int limit, String field) {
        if (text != null && text.codePointCount(0, text.length()) > limit) {
            throw new ProblemException(new Problem.Invalid(field));
        }
    }
}
