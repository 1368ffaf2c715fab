package dev.spoolmark.lists;

import dev.spoolmark.kernel.Bounds;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.kernel.Titles;
import dev.spoolmark.kernel.WrittenText;
import java.text.Normalizer;
import java.util.Locale;

/// What the owner says of a list.
///
/// @param numbered whether it is ranked, so that its items are shown with numbers
/// @param discussed whether others may comment on it
public record ListTraits(String name, String description, Privacy privacy, boolean numbered, boolean discussed) {

    /// Refuses a name of which nothing can be seen, and a name or a description that is too long (`security.md` 5).
    public ListTraits {
        name = WrittenText.line(name);
        description = WrittenText.lines(description);
        if (name.isEmpty()) {
            throw new Refusal(new Problem.Missing("name"));
        }
        check(name, Bounds.LIST_NAME, "name");
        check(description, Bounds.LIST_DESCRIPTION, "description");
    }

    /// Equal keys are the same name: case and the way accents are encoded do not tell two lists apart.
    String nameKey() {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /// The slug without a number; empty for a name without a single Latin letter or digit.
    String plainSlug() {
        return Titles.slug(name);
    }

    private static void check(String text, int limit, String what) {
        if (text.codePointCount(0, text.length()) > limit) {
            throw new Refusal(new Problem.Invalid(what));
        }
    }
}
