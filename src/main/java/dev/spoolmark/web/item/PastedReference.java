package dev.spoolmark.web.item;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.core.AsciiNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An id or an address of a movie or show at another site, as users paste it into the search box: `tt0372784`,
/// `tmdb:272`, `https://www.themoviedb.org/tv/1399`.
///
/// @param movie [MovieRef#NONE] if it names no movie
/// @param show [ShowRef#NONE] if it names no show
public record PastedReference(MovieRef movie, ShowRef show) {

    private static final String SITE = "(?:https?://)?(?:www\\.|m\\.)?";
    private static final String NUMBER = "([1-9][0-9]{0,9})";
    private static final String REST = "(?:[-/?#].*)?";

    private static final Pattern IMDB = Pattern.compile(
            "(?:imdb:|" + SITE + "imdb\\.com/(?:[a-z]{2}(?:-[a-z]{2})?/)?title/)?(tt[0-9]{7,10})(?:[/?#].*)?");
    private static final Pattern TMDB = Pattern.compile(SITE + "themoviedb\\.org/(movie|tv)/" + NUMBER + REST);
    private static final Pattern TVDB = Pattern.compile(SITE + "thetvdb\\.com/dereferrer/series/" + NUMBER + REST);
    private static final Pattern TVMAZE = Pattern.compile(SITE + "tvmaze\\.com/shows/" + NUMBER + REST);
    private static final Pattern TRAKT =
            Pattern.compile(SITE + "trakt\\.tv/(movies|shows)/([a-z0-9-]{1,200})(?:[/?#].*)?");
    private static final Pattern SHORT = Pattern.compile("(tmdb|tvdb|tvmaze):" + NUMBER);

    /// Empty for any other text.
    public static Optional<PastedReference> parse(String text) {
        String clean = text.strip().toLowerCase(Locale.ROOT);
        return match(IMDB, clean)
                .map(found -> ofIds(Ids.ofImdb(found.group(1)), Ids.ofImdb(found.group(1))))
                .or(() -> match(TMDB, clean).map(PastedReference::ofTmdb))
                .or(() -> match(TVDB, clean).map(found -> ofIds(Ids.NONE, Ids.ofTvdb(number(found, 1)))))
                .or(() -> match(TVMAZE, clean).map(found -> ofIds(Ids.NONE, Ids.ofTvmaze(number(found, 1)))))
                .or(() -> match(TRAKT, clean).map(PastedReference::ofSlug))
                .or(() -> match(SHORT, clean).map(PastedReference::ofShort));
    }

    private static PastedReference ofTmdb(Matcher found) {
        Ids ids = Ids.ofTmdb(number(found, 2));
        return found.group(1).equals("movie") ? ofIds(ids, Ids.NONE) : ofIds(Ids.NONE, ids);
    }

    private static PastedReference ofSlug(Matcher found) {
        String slug = found.group(2);
        return found.group(1).equals("movies")
                ? new PastedReference(new MovieRef(null, slug, Ids.NONE, null, null), ShowRef.NONE)
                : new PastedReference(MovieRef.NONE, new ShowRef(null, slug, Ids.NONE, null, null));
    }

    private static PastedReference ofShort(Matcher found) {
        long number = number(found, 2);
        return switch (found.group(1)) {
            case "tmdb" -> ofIds(Ids.ofTmdb(number), Ids.ofTmdb(number));
            case "tvdb" -> ofIds(Ids.NONE, Ids.ofTvdb(number));
            default -> ofIds(Ids.NONE, Ids.ofTvmaze(number));
        };
    }

    private static PastedReference ofIds(Ids movie, Ids show) {
        return new PastedReference(new MovieRef(movie, null, null), new ShowRef(show, null, null));
    }

    private static Optional<Matcher> match(Pattern pattern, String text) {
        return Optional.of(pattern.matcher(text)).filter(Matcher::matches);
    }

    private static long number(Matcher found, int group) {
        return AsciiNumber.parseLong(found.group(group));
    }
}
