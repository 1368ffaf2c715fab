package dev.spoolmark.catalog.lookup;

import dev.spoolmark.catalog.lookup.AlternativeTitleStore.AlternativeTitleOwner;
import dev.spoolmark.catalog.lookup.LookupKey.TitleKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Selects the item for an alternative or former title, if only one has it. An item that has the title now
/// takes precedence over one that had it before.
final class AlternativeTitleMatcher {

    private AlternativeTitleMatcher() {}

    static Optional<Long> of(TitleKey name, List<AlternativeTitleOwner> candidates) {
        Integer year = name.year();
        return of(year, candidates)
                .or(() -> Optional.ofNullable(TitleYearParser.of(name.title()))
                        .filter(inTitle -> !inTitle.equals(year))
                        .flatMap(inTitle -> of(inTitle, candidates)));
    }

    private static Optional<Long> of(@Nullable Integer year, List<AlternativeTitleOwner> candidates) {
        List<AlternativeTitleOwner> possible =
                candidates.stream().filter(candidate -> isOf(year, candidate)).toList();
        List<AlternativeTitleOwner> current =
                possible.stream().filter(candidate -> !candidate.former()).toList();
        List<Long> items = (current.isEmpty() ? possible : current)
                .stream().map(AlternativeTitleOwner::id).distinct().toList();
        return items.size() == 1 ? Optional.of(items.getFirst()) : Optional.empty();
    }

    /// An item that still has the title matches by title alone if it was once known by nothing else.
    private static boolean isOf(@Nullable Integer year, AlternativeTitleOwner candidate) {
        if (year == null) {
            return !candidate.own() || candidate.formerYear() == null;
        }
        return year.equals(candidate.formerYear())
                || (!candidate.own() && (candidate.year() == null || year.equals(candidate.year())));
    }
}
