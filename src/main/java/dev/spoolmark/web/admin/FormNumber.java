package dev.spoolmark.web.admin;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.form.Form;
import java.util.regex.Pattern;

/// Whole numbers in forms.
final class FormNumber {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    private FormNumber() {}

    /// The number in a field of the form; `least` and an error if it is missing, no number or out of range.
    static int of(PageRequest request, String name, int min, int max) {
        Form form = request.form();
        String text = form.required(name, 9);
        if (DIGITS.matcher(text).matches()) {
            int number = AsciiNumber.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        }
        form.error(
                name,
                "admin.number",
                request.formats().number(min),
                request.formats().number(max));
        return min;
    }
}
