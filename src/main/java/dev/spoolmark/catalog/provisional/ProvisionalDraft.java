package dev.spoolmark.catalog.provisional;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.ItemDescriptor;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.Title;
import org.jspecify.annotations.Nullable;

/// A provisional item as the references of one batch describe it.
///
/// @param title null if only ids are known
record ProvisionalDraft(
        long item,
        Kind kind,
        Ids ids,
        @Nullable String title,
        @Nullable Integer year) implements ItemDescriptor {

    static ProvisionalDraft of(Title title) {
        return new ProvisionalDraft(title.id().value(), title.id().kind(), title.ids(), title.title(), title.year());
    }

    /// @return whether a reference with these ids and this year can mean it
    boolean fits(Ids other, @Nullable Integer otherYear) {
        return !ids.conflictsWith(other) && (year == null || otherYear == null || year.equals(otherYear));
    }

    ProvisionalDraft completedBy(Ids other, @Nullable Integer otherYear) {
        return new ProvisionalDraft(item, kind, ids.merge(other), title, year == null ? otherYear : year);
    }
}
