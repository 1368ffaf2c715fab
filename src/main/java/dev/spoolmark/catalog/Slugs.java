package dev.spoolmark.catalog;

import dev.spoolmark.kernel.Titles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The slugs that an item may get, best first, without end (`conventions.md` 9.10, `decisions.md` 3 "slug taken").
final class Slugs {

    private final List<String> best;
    private final String besides;
    private int given;

    private Slugs(List<String> best, String besides) {
        this.best = best;
        this.besides = besides;
    }

    /// The title with its year, then `-2`, `-3`, …
    static Slugs ofMovie(long id, String title, @Nullable Integer year, Ids ids) {
        String base = base(Kind.MOVIE, id, title);
        return of(Kind.MOVIE, base, List.of(withYear(base, title, year)), ids);
    }

    /// The title, then with its year, then `-2`, `-3`, …
    static Slugs ofShow(long id, String title, @Nullable Integer year, Ids ids) {
        String base = base(Kind.SHOW, id, title);
        String withYear = withYear(base, title, year);
        return of(Kind.SHOW, base, base.equals(withYear) ? List.of(base) : List.of(base, withYear), ids);
    }

    static Slugs ofPerson(long id, String name) {
        return new Slugs(List.of(base(Kind.PERSON, id, name)), "");
    }

    /// What could be taken for an id is no address: `24` may be the number of another show. `24-2001` and `show-24` are
    /// not mistaken.
    private static Slugs of(Kind kind, String base, List<String> best, Ids ids) {
        if (!isLikeAnId(base) || base.equals(ids.imdb())) {
            return new Slugs(best, "");
        }
        List<String> clear = best.stream().filter(slug -> !isLikeAnId(slug)).toList();
        return new Slugs(clear.isEmpty() ? List.of(kind.word() + "-" + base) : clear, base);
    }

    private static boolean isLikeAnId(String slug) {
        return Given.isDigits(slug, 0) || Given.imdb(slug) != null;
    }

    /// A slug that leads to the item as long as no id does, but is never given as its address; empty when there is
    /// none.
    String besides() {
        return besides;
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
        return year == null || YearInTitle.of(title) != null ? base : base + "-" + year;
    }
}
