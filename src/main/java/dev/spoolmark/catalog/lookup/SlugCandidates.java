package dev.spoolmark.catalog.lookup;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.ingest.InputCleaner;
import dev.spoolmark.core.TitleFolding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An endless sequence of slugs for an item, best first (`docs/spec/v1/conventions.md#slugs-and-urls`).
public final class SlugCandidates {

    private final List<String> best;
    private final String additional;
    private int index;

    private SlugCandidates(List<String> best, String additional) {
        this.best = best;
        this.additional = additional;
    }

    /// Title with year, then `-2`, `-3`, ...
    static SlugCandidates ofMovie(long id, String title, @Nullable Integer year, Ids ids) {
        String base = base(Kind.MOVIE, id, title);
        return of(Kind.MOVIE, base, List.of(withYear(base, title, year)), ids);
    }

    /// Title, title with year, then `-2`, `-3`, ...
    static SlugCandidates ofShow(long id, String title, @Nullable Integer year, Ids ids) {
        String base = base(Kind.SHOW, id, title);
        String withYear = withYear(base, title, year);
        return of(Kind.SHOW, base, base.equals(withYear) ? List.of(base) : List.of(base, withYear), ids);
    }

    public static SlugCandidates ofPerson(long id, String name) {
        return new SlugCandidates(List.of(base(Kind.PERSON, id, name)), "");
    }

    /// A slug that could be an external id is not assigned: `24` may be the id of another show. `24-2001` and
    /// `show-24` are unambiguous.
    private static SlugCandidates of(Kind kind, String base, List<String> best, Ids ids) {
        if (!isLikeAnId(base) || base.equals(ids.imdb())) {
            return new SlugCandidates(best, "");
        }
        List<String> clear = best.stream().filter(slug -> !isLikeAnId(slug)).toList();
        return new SlugCandidates(clear.isEmpty() ? List.of(kind.key() + "-" + base) : clear, base);
    }

    private static boolean isLikeAnId(String slug) {
        return InputCleaner.isDigits(slug, 0) || InputCleaner.imdb(slug) != null;
    }

    /// @return a slug that leads to the item unless it is an external id, but is not shown as its slug; empty
    ///     if there is none
    String additional() {
        return additional;
    }

    String next() {
        int number = index++;
        return number < best.size() ? best.get(number) : best.getLast() + "-" + (number - best.size() + 2);
    }

    /// A title without Latin letters and digits gets a slug of kind and id.
    private static String base(Kind kind, long id, String title) {
        String slug = TitleFolding.slug(title);
        return slug.isEmpty() ? kind.key() + "-" + id : slug;
    }

    private static String withYear(String base, String title, @Nullable Integer year) {
        return year == null || TitleYearParser.of(title) != null ? base : base + "-" + year;
    }
}
