package dev.spoolmark.progress;

import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.db.Tx;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The shows of a query: all with rows of the user, or some. The kind is no condition where shows are: only episodes
/// have one, and SQLite would read all episodes of the user by the primary key.
///
/// @param and a suffix for the WHERE clause
/// @param values the values of its placeholders
record ShowScope(String and, List<@Nullable Object> values) {

    static final ShowScope ALL = new ShowScope(" AND kind = 4", List.of());

    static ShowScope of(Collection<ShowId> shows) {
        List<Long> numbers = shows.stream().map(ShowId::value).toList();
        return new ShowScope(
                " AND show_id IN (" + Tx.placeholders(numbers.size()) + ")", Tx.padToPlaceholders(numbers));
    }
}
