package dev.spoolmark.history;

import dev.spoolmark.core.AsciiNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The position of a play in the history, newest first, by which the next page is found.
///
/// @param at null for a play of unknown time; these are the last
public record PlayPosition(@Nullable Instant at, long play) {

    private static final Pattern FORM = Pattern.compile("(unknown|-?[0-9]{1,15})_([0-9]{1,16})");

    static PlayPosition of(PlayEntry play) {
        return new PlayPosition(play.watchedAt(), play.id());
    }

    /// The form in an address: `1372075200000_12`.
    public String text() {
        return (at == null ? "unknown" : Long.toString(at.toEpochMilli())) + "_" + play;
    }

    /// Empty for any other text.
    public static Optional<PlayPosition> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Instant at =
                parts.group(1).equals("unknown") ? null : Instant.ofEpochMilli(AsciiNumber.parseLong(parts.group(1)));
        return Optional.of(new PlayPosition(at, AsciiNumber.parseLong(parts.group(2))));
    }
}
