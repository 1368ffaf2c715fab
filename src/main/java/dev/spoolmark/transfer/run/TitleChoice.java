package dev.spoolmark.transfer.run;

import dev.spoolmark.catalog.TitleCandidates.Candidate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Chooses among the items of one title. It never chooses silently among several.
final class TitleChoice {

    private TitleChoice() {}

    /// @param year null if the file has none
    /// @return one item: the item; several: what the user may choose from; none: no item is known by this name
    static List<Candidate> of(@Nullable Integer year, List<Candidate> candidates) {
        if (year == null) {
            return confirmedFirst(candidates);
        }
        List<Candidate> ofYear = candidates.stream()
                .filter(candidate -> Objects.equals(candidate.year(), year))
                .toList();
        if (!ofYear.isEmpty()) {
            return confirmedFirst(ofYear);
        }
        List<Candidate> ofNoYear = candidates.stream()
                .filter(candidate -> candidate.year() == null)
                .toList();
        return ofNoYear.size() == 1 ? ofNoYear : List.of();
    }

    /// Confirmed main titles come before others: only one of them is a match, whatever else has the name.
    private static List<Candidate> confirmedFirst(List<Candidate> candidates) {
        List<Candidate> main = candidates.stream()
                .filter(candidate -> candidate.isMain() && !candidate.provisional())
                .toList();
        return main.isEmpty() ? candidates : main;
    }
}
