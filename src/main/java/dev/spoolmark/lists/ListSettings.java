package dev.spoolmark.lists;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.TitleFolding;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.core.WrittenText;
import java.text.Normalizer;
import java.util.Locale;

/// What the owner says of a list.
///
/// @param showNumbers whether it is ranked, so that its items are shown with numbers
/// @param allowComments whether others may comment on it
public record ListSettings(
        String name, String description, Privacy privacy, boolean showNumbers, boolean allowComments) {

    /// Refuses a name of which nothing can be seen, and a name or a description that is too long
    /// (`docs/security.md#input-limits`).
    public ListSettings {
        name = WrittenText.line(name);
        description = WrittenText.lines(description);
        if (name.isEmpty()) {
            throw new ProblemException(new Problem.Missing("name"));
        }
        check(name, ValueLimits.LIST_NAME, "name");
        check(description, ValueLimits.LIST_DESCRIPTION, "description");
    }

    /// Equal keys are the same name: case and the way accents are encoded do not tell two lists apart.
    String nameKey() {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /// The slug without a number; empty for a name without a single Latin letter or digit.
    String plainSlug() {
        return TitleFolding.slug(name);
    }

    private static void check(String text, int limit, String what) {
        if (text.codePointCount(0, text.length()) > limit) {
            throw new ProblemException(new Problem.Invalid(what));
        }
    }
}
