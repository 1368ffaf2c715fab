package dev.spoolmark.web.library;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ids of items in forms: `movie-12`.
final class ItemKeys {

    private static final Pattern FORM = Pattern.compile("(movie|show|season|episode)-([0-9]{1,15})");

    private ItemKeys() {}

    static String text(MediaId item) {
        return item.kind().key() + "-" + item.value();
    }

    /// @throws ProblemException with [Problem.Invalid] if it is no such text
    static MediaId parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new ProblemException(new Problem.Invalid("item"));
        }
        return MediaId.of(Kind.valueOf(parts.group(1).toUpperCase(Locale.ROOT)), AsciiNumber.parseLong(parts.group(2)));
    }

    /// @throws ProblemException with [Problem.Invalid] if one is no such text
    static List<MediaId> parse(List<String> texts) {
        return texts.stream().map(ItemKeys::parse).distinct().toList();
    }
}
