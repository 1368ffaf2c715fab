package dev.spoolmark.progress;

import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Tx;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which shows a query is about: all that the person has rows of, or some.
///
/// @param and what is added to a condition
/// @param values for the marks in it
record ShowScope(String and, List<@Nullable Object> values) {

    static final ShowScope ALL = new ShowScope("", List.of());

    static ShowScope of(Collection<ShowId> shows) {
        List<Long> numbers = shows.stream().map(ShowId::value).toList();
        return new ShowScope(
                " AND show_id IN (" + Tx.placeholders(numbers.size()) + ")", Tx.padToPlaceholders(numbers));
    }
}
