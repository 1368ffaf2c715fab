package dev.spoolmark.web.library;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.form.Form;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The state of the progress page in its address: `sort`, `finished` (hide), `shows` (dropped) and `after`, where
/// the page begins.
///
/// @param form the state as it was sent, with its errors
/// @param after the last show of the page before
record ProgressQuery(Form form, ProgressSort sort, boolean hidesFinished, boolean dropped, Optional<Position> after) {

    static final String PATH = "/progress";
    static final String HIDE = "hide";
    static final String DROPPED = "dropped";

    /// @param key what the shows are sorted by; 0 where they are sorted by name
    record Position(long key, long show) {

        private static final Pattern FORM = Pattern.compile("([0-9]{1,15})_([0-9]{1,15})");

        String text() {
            return key + "_" + show;
        }

        static Optional<Position> parse(String text) {
            Matcher parts = FORM.matcher(text);
            return parts.matches()
                    ? Optional.of(
                            new Position(AsciiNumber.parseLong(parts.group(1)), AsciiNumber.parseLong(parts.group(2))))
                    : Optional.empty();
        }
    }

    static ProgressQuery read(PageRequest request) {
        Map<String, String> values = new HashMap<>();
        values.put("sort", request.query("sort").orElse(Form.key(ProgressSort.LAST)));
        request.query("finished").ifPresent(value -> values.put("finished", value));
        request.query("shows").ifPresent(value -> values.put("shows", value));
        Form form = Form.of(request.text(), values);
        ProgressSort sort = form.choice("sort", ProgressSort.class);
        boolean hides = isSet(form, "finished", HIDE);
        boolean dropped = isSet(form, "shows", DROPPED);
        Optional<Position> after = request.query("after").flatMap(Position::parse);
        if (request.query("after").isPresent() && after.isEmpty()) {
            form.error("after", "library.position.invalid");
        }
        return new ProgressQuery(form, Objects.requireNonNullElse(sort, ProgressSort.LAST), hides, dropped, after);
    }

    private static boolean isSet(Form form, String field, String value) {
        String sent = form.text(field);
        if (!sent.isEmpty() && !sent.equals(value) && !sent.equals("on")) {
            form.error(field, "form.choice");
        }
        return !sent.isEmpty();
    }

    /// The address of the first page.
    PageAddress address() {
        return new PageAddress(PATH)
                .with("sort", sort == ProgressSort.LAST ? null : Form.key(sort))
                .with("finished", hidesFinished ? HIDE : null)
                .with("shows", dropped ? DROPPED : null);
    }

    /// The address of this page.
    PageAddress current() {
        return address().with("after", after.map(Position::text).orElse(null));
    }

    /// The address of the other shows: the dropped ones, or those that are not.
    PageAddress others() {
        return new PageAddress(PATH).with("shows", dropped ? null : DROPPED);
    }
}
