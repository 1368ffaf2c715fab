package dev.spoolmark.catalog.lookup;

import dev.spoolmark.catalog.lookup.ItemTitleStore.TitleOwner;
import dev.spoolmark.catalog.lookup.LookupKey.TitleKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Selects the item for a title, with or without a year, from those that have the title
/// (`docs/decisions/0016`). An item of another year never matches.
public final class TitleMatcher {

    private TitleMatcher() {}

    /// @param candidates confirmed before provisional, then by id
    public static Optional<TitleOwner> of(TitleKey name, List<TitleOwner> candidates) {
        Integer year = name.year();
        return year == null ? ofAnyYear(candidates) : ofYear(year, name.title(), candidates);
    }

    /// A title without a year matches the only item that has it. Of several, it matches the one without a
    /// year, so that a client that never sends years does not create a new item each time.
    private static Optional<TitleOwner> ofAnyYear(List<TitleOwner> candidates) {
        return only(candidates).or(() -> first(null, candidates));
    }

    /// The year of the item takes precedence over the year in its title. An item without a year matches if it
    /// is the only one of that title.
    private static Optional<TitleOwner> ofYear(int year, String title, List<TitleOwner> candidates) {
        return first(year, candidates)
                .or(() -> Optional.ofNullable(TitleYearParser.of(title)).flatMap(inTitle -> first(inTitle, candidates)))
                .or(() -> only(candidates)
                        .filter(candidate -> candidate.year() == null && candidate.yearInTitle() == null));
    }

    /// @return the only confirmed one, or the only one
    public static Optional<TitleOwner> only(List<TitleOwner> candidates) {
        List<TitleOwner> confirmed = candidates.stream()
                .filter(candidate -> !candidate.provisional())
                .toList();
        return single(confirmed).or(() -> single(candidates));
    }

    private static Optional<TitleOwner> single(List<TitleOwner> candidates) {
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    private static Optional<TitleOwner> first(@Nullable Integer year, List<TitleOwner> candidates) {
        return candidates.stream()
                .filter(candidate -> Objects.equals(candidate.year(), year))
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(candidate -> year != null && year.equals(candidate.yearInTitle()))
                        .findFirst());
    }
}
