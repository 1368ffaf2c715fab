package dev.spoolmark.lists;

import dev.spoolmark.activity.ItemOrder;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rules of a smart list. It chooses from the data of its owner, never from the whole catalog.
///
/// @param kinds movies, shows or both
/// @param sources what it chooses from
/// @param list a list of the owner that it chooses from, too; null for none
/// @param isAny whether one of the conditions is enough; otherwise all of them hold
/// @param everyone the lowest mean rating of all users, from 1 to 10; null for any. It holds beside the
/// conditions
/// @param order not [ItemOrder#RANK]
/// @param limit the highest number of items, at most [#MAX_LIMIT]
public record SmartRules(
        Set<Kind> kinds,
        Set<SmartSource> sources,
        @Nullable ListId list,
        boolean isAny,
        List<SmartCondition> conditions,
        @Nullable Integer everyone,
        ItemOrder order,
        int limit) {

    public static final int MAX_LIMIT = 500;
    private static final int MAX_CONDITIONS = 40;

    /// @throws ProblemException with [Problem.Invalid] if they are no rules
    public SmartRules {
        kinds = Set.copyOf(kinds);
        sources = Set.copyOf(sources);
        conditions = List.copyOf(conditions);
        require(!kinds.isEmpty() && EnumSet.of(Kind.MOVIE, Kind.SHOW).containsAll(kinds), "kind");
        require(!sources.isEmpty() || list != null, "source");
        require(everyone == null || (everyone >= 1 && everyone <= 10), "everyone");
        require(order != ItemOrder.RANK, "order");
        require(limit >= 1 && limit <= MAX_LIMIT, "limit");
        require(conditions.size() <= MAX_CONDITIONS, "conditions");
    }

    private static void require(boolean holds, String subject) {
        if (!holds) {
            throw new ProblemException(new Problem.Invalid(subject));
        }
    }
}
