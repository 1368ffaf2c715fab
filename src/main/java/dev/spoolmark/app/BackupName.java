package dev.spoolmark.app;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names of backup files: `spoolmark-20261130T120000Z.backup`, with a number if there are several of one second.
final class BackupName {

    private static final Pattern FORM = Pattern.compile("spoolmark-([0-9]{8}T[0-9]{6}Z)(?:-[0-9]{1,3})?\\.backup");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX", Locale.ROOT);

    private BackupName() {}

    /// A name that is not taken.
    static String at(Instant time, Predicate<String> isTaken) {
        String base = "spoolmark-" + TIME.format(time.atOffset(ZoneOffset.UTC));
        String name = base + ".backup";
        for (int number = 2; isTaken.test(name); number++) {
            name = base + "-" + number + ".backup";
        }
        return name;
    }

    /// The time in a name; empty for names of other files.
    static Optional<Instant> time(String name) {
        Matcher parts = FORM.matcher(name);
        try {
            return parts.matches() ? Optional.of(Instant.from(TIME.parse(parts.group(1)))) : Optional.empty();
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
