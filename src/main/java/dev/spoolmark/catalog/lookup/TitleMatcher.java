package dev.spoolmark.catalog.lookup;

import dev.spoolmark.catalog.lookup.LookupKey.TitleKey;
import dev.spoolmark.catalog.lookup.NameStore.TitleOwner;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Selects the item for a title, with or without a year, from those that have the title
/// (`docs/decisions/0016`). An item of another year never matches.
public final class TitleMatcher {

    private TitleMatcher() {}

    /// @param bearers confirmed before provisional, then by id
    public static Optional<TitleOwner> of(TitleKey name, List<TitleOwner> bearers) {
        Integer year = name.year();
        return year == null ? ofAnyYear(bearers) : ofYear(year, name.title(), bearers);
    }

    /// A title without a year matches the only item that has it. Of several, it matches the one without a
    /// year, so that a client that never sends years does not create a new item each time.
    private static Optional<TitleOwner> ofAnyYear(List<TitleOwner> bearers) {
        return only(bearers).or(() -> first(null, bearers));
    }

    /// The year of the item takes precedence over the year in its title. An item without a year matches if it
    /// is the only one of that title.
    private static Optional<TitleOwner> ofYear(int year, String title, List<TitleOwner> bearers) {
        return first(year, bearers)
                .or(() -> Optional.ofNullable(TitleYearParser.of(title)).flatMap(inTitle -> first(inTitle, bearers)))
                .or(() -> only(bearers).filter(bearer -> bearer.year() == null && bearer.yearInTitle() == null));
    }

    /// @return the only confirmed one, or the only one
    public static Optional<TitleOwner> only(List<TitleOwner> bearers) {
        List<TitleOwner> confirmed =
                bearers.stream().filter(bearer -> !bearer.provisional()).toList();
        return single(confirmed).or(() -> single(bearers));
    }

    private static Optional<TitleOwner> single(List<TitleOwner> bearers) {
        return bearers.size() == 1 ? Optional.of(bearers.getFirst()) : Optional.empty();
    }

    private static Optional<TitleOwner> first(@Nullable Integer year, List<TitleOwner> bearers) {
        return bearers.stream()
                .filter(bearer -> Objects.equals(bearer.year(), year))
                .findFirst()
                .or(() -> bearers.stream()
                        .filter(bearer -> year != null && year.equals(bearer.yearInTitle()))
                        .findFirst());
    }
}
