package dev.spoolmark.recommendation;

import dev.spoolmark.catalog.Kind;
import java.util.Optional;
import java.util.Set;

/// Which items may be recommended: movies or shows, by genre and year.
///
/// @param genres any of these; empty for all
/// @param fromYear inclusive, 0 for no bound
/// @param toYear inclusive, 0 for no bound
/// @param hideCollected whether to exclude collected items
/// @param hideListed whether to exclude items on the watchlist
public record RecommendationFilter(
        Kind kind, Optional<Set<String>> genres, int fromYear, int toYear, boolean hideCollected, boolean hideListed) {

    private static final int LAST_YEAR = 9_999;

    public RecommendationFilter {
        if (kind != Kind.MOVIE && kind != Kind.SHOW) {
            throw new IllegalArgumentException("nobody recommends a " + kind.key());
        }
        genres = genres.map(Set::copyOf);
    }

    /// All movies or all shows that the user has neither collected nor on the watchlist.
    public static RecommendationFilter any(Kind kind) {
        return new RecommendationFilter(kind, Optional.empty(), 0, 0, true, true);
    }

    int lastYear() {
        return toYear == 0 ? LAST_YEAR : toYear;
    }
}
