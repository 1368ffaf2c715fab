package dev.spoolmark.web.form;

import dev.spoolmark.core.ValueLimits;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The time of a play in a field of the type `datetime-local`, in the time zone of the user.
public final class PlayTime {

    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    private PlayTime() {}

    /// The value of the field.
    public static String text(Instant at, ZoneId zone) {
        return MINUTES.format(at.atZone(zone));
    }

    /// The time in a field. A time that occurs twice, when clocks are set back, is read with the offset of the
    /// present time of the play, or as the first of both.
    ///
    /// @param present time of the play; null if it is unknown
    /// @param now the latest time is 24 hours later
    /// @return null and an error when it is no time, or one that the clocks leave out
    public static @Nullable Instant read(Form form, String field, ZoneId zone, @Nullable Instant present, Instant now) {
        String text = form.text(field);
        if (!FORM.matcher(text).matches()) {
            form.error(field, text.isEmpty() ? "form.required" : "library.time.invalid");
            return null;
        }
        if (present != null && text.equals(text(present, zone))) {
            return present;
        }
        LocalDateTime local = parse(text);
        if (local == null) {
            form.error(field, "library.time.invalid");
            return null;
        }
        ZonedDateTime at = ZonedDateTime.ofLocal(
                local, zone, present == null ? null : zone.getRules().getOffset(present));
        if (!at.toLocalDateTime().equals(local)) {
            form.error(field, "library.time.skipped");
            return null;
        }
        Instant instant = at.toInstant();
        if (instant.isBefore(ValueLimits.FIRST_PLAY) || instant.isAfter(now.plus(ValueLimits.PLAY_AHEAD))) {
            form.error(field, "library.time.range");
            return null;
        }
        return instant;
    }

    private static @Nullable LocalDateTime parse(String text) {
        try {
            return LocalDateTime.parse(text).truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }
}
