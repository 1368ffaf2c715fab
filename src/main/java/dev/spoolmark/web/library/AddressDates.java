package dev.spoolmark.web.library;

import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.web.form.Form;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates in addresses and forms: `2026-11-30`, of the years 1850 to 2200.
public final class AddressDates {

    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private AddressDates() {}

    /// Empty for any other text.
    public static Optional<LocalDate> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(date ->
                            date.getYear() >= ValueLimits.FIRST_YEAR && date.getYear() <= ValueLimits.LAST_YEAR);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /// The date in a field.
    ///
    /// @return null when the field is empty; null and an error when it is no date
    static @Nullable LocalDate read(Form form, String field) {
        String text = form.text(field);
        if (text.isEmpty()) {
            return null;
        }
        Optional<LocalDate> date = parse(text);
        if (date.isEmpty()) {
            form.error(field, "library.date.invalid");
        }
        return date.orElse(null);
    }
}
