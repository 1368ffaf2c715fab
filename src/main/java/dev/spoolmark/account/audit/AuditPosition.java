package dev.spoolmark.account.audit;

import dev.spoolmark.core.AsciiNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The position of an entry in the security log, by which the next page is found.
public record AuditPosition(Instant at, long user, long id) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,15})-([0-9]{1,16})-([0-9]{1,16})");

    /// The form in an address: `1796040000000-12-345`.
    public String text() {
        return at.toEpochMilli() + "-" + user + "-" + id;
    }

    /// Empty for any other text.
    public static Optional<AuditPosition> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new AuditPosition(
                        Instant.ofEpochMilli(AsciiNumber.parseLong(parts.group(1))),
                        AsciiNumber.parseLong(parts.group(2)),
                        AsciiNumber.parseLong(parts.group(3))))
                : Optional.empty();
    }
}
