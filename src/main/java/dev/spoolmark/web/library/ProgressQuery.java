package dev.spoolmark.web.library;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.home.ShuffleSeed;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.form.Form;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The state of the progress page in its address: `sort`, `finished` (hide), `q` (text in titles), `shows` (hidden or
/// dropped), `seed` of a shuffled order, and `after`, where the page begins.
///
/// @param form the state as it was sent, with its errors
/// @param text in titles; may be empty
/// @param after the last show of the page before
record ProgressQuery(
        Form form,
        ProgressSort sort,
        boolean hidesFinished,
        String text,
        ShowsTab tab,
        Optional<ShuffleSeed> seed,
        Optional<Position> after) {

    static final String PATH = "/progress";
    static final String HIDE = "hide";
    private static final int LONGEST = 100;

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
        values.put("shows", request.query("shows").orElse(Form.key(ShowsTab.ACTIVE)));
        request.query("finished").ifPresent(value -> values.put("finished", value));
        request.query("q").ifPresent(value -> values.put("q", value));
        Form form = Form.of(request.text(), values);
        ProgressSort sort = form.choice("sort", ProgressSort.class);
        ShowsTab tab = form.choice("shows", ShowsTab.class);
        boolean hides = isSet(form, "finished", HIDE);
        String text = form.limited("q", LONGEST);
        Optional<ShuffleSeed> seed = request.query("seed").flatMap(ShuffleSeed::parse);
        Optional<Position> after = request.query("after").flatMap(Position::parse);
        if ((request.query("after").isPresent() && after.isEmpty())
                || (request.query("seed").isPresent() && seed.isEmpty())) {
            form.error("after", "library.position.invalid");
        }
        return new ProgressQuery(
                form,
                Objects.requireNonNullElse(sort, ProgressSort.LAST),
                hides,
                text,
                Objects.requireNonNullElse(tab, ShowsTab.ACTIVE),
                seed,
                after);
    }

    private static boolean isSet(Form form, String field, String value) {
        String sent = form.text(field);
        if (!sent.isEmpty() && !sent.equals(value) && !sent.equals("on")) {
            form.error(field, "form.choice");
        }
        return !sent.isEmpty();
    }

    /// Whether the address lacks the seed of its order.
    boolean needsSeed() {
        return sort == ProgressSort.SHUFFLE && seed.isEmpty();
    }

    /// The address of the first page.
    PageAddress address() {
        return address(seed);
    }

    /// The same with another seed.
    PageAddress address(Optional<ShuffleSeed> other) {
        boolean isShuffled = sort == ProgressSort.SHUFFLE;
        return new PageAddress(PATH)
                .with("sort", sort == ProgressSort.LAST ? null : Form.key(sort))
                .with("finished", hidesFinished ? HIDE : null)
                .with("q", text)
                .with("shows", tab.value())
                .with(
                        "seed",
                        isShuffled
                                ? other.map(value -> Long.toString(value.value()))
                                        .orElse(null)
                                : null);
    }

    /// The address of this page.
    PageAddress current() {
        return address().with("after", after.map(Position::text).orElse(null));
    }

    /// The address of another tab.
    PageAddress of(ShowsTab other) {
        return new PageAddress(PATH).with("shows", other.value());
    }
}
