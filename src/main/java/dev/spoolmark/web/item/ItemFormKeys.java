package dev.spoolmark.web.item;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.PersonId;
import dev.spoolmark.core.AsciiNumber;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Items as forms name them: `episode-12`.
public final class ItemFormKeys {

    private static final List<Kind> KINDS = List.of(Kind.MOVIE, Kind.SHOW, Kind.SEASON, Kind.EPISODE);
    private static final Pattern FORMAT = Pattern.compile("([a-z]{1,10})-([0-9]{1,15})");
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,15}");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

    private ItemFormKeys() {}

    public static String of(MediaId item) {
        return item.kind().key() + "-" + item.value();
    }

    /// Empty for a text that names no item.
    public static Optional<MediaId> parse(String text) {
        Matcher match = FORMAT.matcher(text);
        return match.matches()
                ? KINDS.stream()
                        .filter(kind -> kind.key().equals(match.group(1)))
                        .findFirst()
                        .map(kind -> MediaId.of(kind, AsciiNumber.parseLong(match.group(2))))
                : Optional.empty();
    }

    /// The person that a text names: `person-12`; empty if it names none.
    static Optional<PersonId> person(String text) {
        Matcher match = FORMAT.matcher(text);
        return match.matches() && match.group(1).equals(Kind.PERSON.key())
                ? Optional.of(new PersonId(AsciiNumber.parseLong(match.group(2))))
                : Optional.empty();
    }

    /// An id in a field; empty if it is none.
    static Optional<Long> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(AsciiNumber.parseLong(text)) : Optional.empty();
    }

    /// The number of a season or episode in an address; empty if it is none or has zeros before it.
    static Optional<Integer> number(String segment) {
        return NUMBER.matcher(segment).matches() ? Optional.of(AsciiNumber.parseInt(segment)) : Optional.empty();
    }
}
