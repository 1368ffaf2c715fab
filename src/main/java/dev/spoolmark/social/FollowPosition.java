package dev.spoolmark.social;

import dev.spoolmark.core.AsciiNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The position of a user in a list of followers or followed users, newest first, by which the next page is
/// found.
public record FollowPosition(Instant since, long user) {

    private static final Pattern FORM = Pattern.compile("(-?[0-9]{1,15})_([0-9]{1,16})");

    public static FollowPosition of(FollowEdge edge) {
        return new FollowPosition(edge.since(), edge.userId().value());
    }

    /// The form in an address: `1372075200000_12`.
    public String text() {
        return since.toEpochMilli() + "_" + user;
    }

    /// Empty for any other text.
    public static Optional<FollowPosition> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new FollowPosition(
                        Instant.ofEpochMilli(AsciiNumber.parseLong(parts.group(1))),
                        AsciiNumber.parseLong(parts.group(2))))
                : Optional.empty();
    }
}
