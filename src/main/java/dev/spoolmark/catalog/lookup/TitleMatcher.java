package dev.spoolmark.catalog.lookup;

import dev.spoolmark.catalog.lookup.LookupKey.TitleKey;
import dev.spoolmark.catalog.lookup.NameStore.Bearer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which of the items that carry a title is meant by it, with or without a year (`docs/decisions/0016`). An item of
/// another year is never meant.
public final class TitleMatcher {

    private TitleMatcher() {}

    /// @param bearers confirmed before provisional, then by number
    public static Optional<Bearer> of(TitleKey name, List<Bearer> bearers) {
        Integer year = name.year();
        return year == null ? ofAnyYear(bearers) : ofYear(year, name.title(), bearers);
    }

    /// A title alone means the only one that carries it. Where there are more, it means the one that has no year
    /// itself, so that a client that never sends years does not add one each time.
    private static Optional<Bearer> ofAnyYear(List<Bearer> bearers) {
        return only(bearers).or(() -> first(null, bearers));
    }

    /// The year that was sent comes before the one in the title. One without a year is meant when it is the only one
    /// of that title.
    private static Optional<Bearer> ofYear(int year, String title, List<Bearer> bearers) {
        return first(year, bearers)
                .or(() -> Optional.ofNullable(TitleYearParser.of(title)).flatMap(inTitle -> first(inTitle, bearers)))
                .or(() -> only(bearers).filter(bearer -> bearer.year() == null && bearer.yearInTitle() == null));
    }

    /// The only confirmed one, or the only one.
    public static Optional<Bearer> only(List<Bearer> bearers) {
        List<Bearer> confirmed =
                bearers.stream().filter(bearer -> !bearer.provisional()).toList();
        return single(confirmed).or(() -> single(bearers));
    }

    private static Optional<Bearer> single(List<Bearer> bearers) {
        return bearers.size() == 1 ? Optional.of(bearers.getFirst()) : Optional.empty();
    }

    private static Optional<Bearer> first(@Nullable Integer year, List<Bearer> bearers) {
        return bearers.stream()
                .filter(bearer -> Objects.equals(bearer.year(), year))
                .findFirst()
                .or(() -> bearers.stream()
                        .filter(bearer -> year != null && year.equals(bearer.yearInTitle()))
                        .findFirst());
    }
}
