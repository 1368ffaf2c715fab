package dev.spoolmark.lists;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.TitleFolding;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.core.WrittenText;
import java.text.Normalizer;
import java.util.Locale;

/// The settings of a list.
///
/// @param showNumbers whether items are shown with their rank
/// @param allowComments whether other users may comment on the list
public record ListSettings(
        String name, String description, Privacy privacy, boolean showNumbers, boolean allowComments) {

    /// Throws if the name has no visible character, or if the name or the description is too long
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

    /// Two names with the same key are the same name: letter case and the encoding of accents do not matter.
    String nameKey() {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /// The slug without a number; empty for a name without a single Latin letter or digit.
    String plainSlug() {
        return TitleFolding.slug(name);
    }

    private static void check(String text, int limit, String subject) {
        if (text.codePointCount(0, text.length()) > limit) {
            throw new ProblemException(new Problem.Invalid(subject));
        }
    }
}
