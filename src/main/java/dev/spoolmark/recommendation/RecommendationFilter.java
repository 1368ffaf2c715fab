package dev.spoolmark.recommendation;

import dev.spoolmark.catalog.Kind;
import java.util.Optional;
import java.util.Set;

/// What may be recommended: movies or shows, of some genres and years.
///
/// @param genres any of these; empty when every genre will do
/// @param fromYear inclusive, 0 for no bound
/// @param toYear inclusive, 0 for no bound
/// @param hideCollected whether what somebody owns is left out
/// @param hideListed whether what somebody means to watch anyway is left out
public record RecommendationFilter(
        Kind kind, Optional<Set<String>> genres, int fromYear, int toYear, boolean hideCollected, boolean hideListed) {

    private static final int LAST_YEAR = 9_999;

    public RecommendationFilter {
        if (kind != Kind.MOVIE && kind != Kind.SHOW) {
            throw new IllegalArgumentException("nobody recommends a " + kind.key());
        }
        genres = genres.map(Set::copyOf);
    }

    /// Every movie or every show that is not the caller's already.
    public static RecommendationFilter any(Kind kind) {
        return new RecommendationFilter(kind, Optional.empty(), 0, 0, true, true);
    }

    int lastYear() {
        return toYear == 0 ? LAST_YEAR : toYear;
    }
}
