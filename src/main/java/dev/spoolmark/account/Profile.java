package dev.spoolmark.account;

import dev.spoolmark.kernel.Bounds;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// What a person tells about themselves. What is too long is refused, never cut (`security.md` 5).
public record Profile(
        @Nullable String fullName,
        @Nullable Gender gender,
        @Nullable Integer age,
        @Nullable String location,
        @Nullable String about,
        @Nullable String avatar) {

    public static final Profile EMPTY = new Profile(null, null, null, null, null, null);

    private static final int AVATAR = 2_048;
    private static final int OLDEST = 150;

    public Profile {
        check(fullName, Bounds.FULL_NAME, "full name");
        check(location, Bounds.LOCATION, "location");
        check(about, Bounds.ABOUT, "about");
        check(avatar, AVATAR, "avatar");
        if (age != null && (age < 0 || age > OLDEST)) {
            throw new Refusal(new Problem.Invalid("age"));
        }
    }

    private static void check(@Nullable String text, int limit, String what) {
        if (text != null && (text.codePointCount(0, text.length()) > limit || hasControls(text))) {
            throw new Refusal(new Problem.Invalid(what));
        }
    }

    /// Line breaks and tabs are fine; other control characters are no text, and one engine cannot keep them all.
    private static boolean hasControls(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }
}
