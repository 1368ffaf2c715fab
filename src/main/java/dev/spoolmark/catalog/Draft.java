package dev.spoolmark.catalog;

import org.jspecify.annotations.Nullable;

/// A provisional item as the lines of one batch make it, one after the other.
///
/// @param title null where only ids are known
record Draft(
        long item,
        Kind kind,
        Ids ids,
        @Nullable String title,
        @Nullable Integer year) implements Named {

    static Draft of(Work work) {
        return new Draft(work.id().value(), work.id().kind(), work.ids(), work.title(), work.year());
    }

    /// Whether a line that names it so can mean it.
    boolean fits(Ids said, @Nullable Integer saidYear) {
        return !ids.contradicts(said) && (year == null || saidYear == null || year.equals(saidYear));
    }

    Draft completedBy(Ids said, @Nullable Integer saidYear) {
        return new Draft(item, kind, ids.merge(said), title, year == null ? saidYear : year);
    }
}
