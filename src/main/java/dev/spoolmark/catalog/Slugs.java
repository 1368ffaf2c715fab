package dev.spoolmark.catalog;

import dev.spoolmark.kernel.Titles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The slugs that an item may get, best first, without end (`conventions.md` 9.10, `decisions.md` 3 "slug taken").
final class Slugs {

    private final List<String> best;
    private int given;

    private Slugs(List<String> best) {
        this.best = best;
    }

    /// The title with its year, then `-2`, `-3`, …
    static Slugs ofMovie(long id, String title, @Nullable Integer year) {
        return new Slugs(List.of(withYear(base(Kind.MOVIE, id, title), title, year)));
    }

    /// The title, then with its year, then `-2`, `-3`, …
    static Slugs ofShow(long id, String title, @Nullable Integer year) {
        String base = base(Kind.SHOW, id, title);
        String withYear = withYear(base, title, year);
        return new Slugs(base.equals(withYear) ? List.of(base) : List.of(base, withYear));
    }

    static Slugs ofPerson(long id, String name) {
        return new Slugs(List.of(base(Kind.PERSON, id, name)));
    }

    String next() {
        int number = given++;
        return number < best.size() ? best.get(number) : best.getLast() + "-" + (number - best.size() + 2);
    }

    /// A title without a single Latin letter or digit goes by the kind and number of its item.
    private static String base(Kind kind, long id, String title) {
        String slug = Titles.slug(title);
        return slug.isEmpty() ? kind.word() + "-" + id : slug;
    }

    private static String withYear(String base, String title, @Nullable Integer year) {
        return year == null || Titles.endsInYear(title) ? base : base + "-" + year;
    }
}
