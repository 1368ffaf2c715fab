package dev.spoolmark.catalog;

import dev.spoolmark.store.Tx;
import org.jspecify.annotations.Nullable;

/// How movies or shows that a source tells of are addressed, and what clients called them before.
final class Naming {

    private final Tx tx;
    private final Kind kind;

    Naming(Tx tx, Kind kind) {
        this.tx = tx;
        this.kind = kind;
    }

    String slug(long id, String title, @Nullable Integer year) {
        return NameStore.claimSlug(
                tx, kind, id, kind == Kind.MOVIE ? Slugs.ofMovie(id, title, year) : Slugs.ofShow(id, title, year));
    }

    /// A slug lasts for ever, unless it only stood for what nobody knew; even then it keeps leading here.
    ///
    /// @param title as the source tells it, null when it tells none
    String slug(Work before, @Nullable String title, @Nullable Integer year) {
        return title == null || !(before.provisional() || before.isNameless())
                ? before.slug()
                : slug(before.id().value(), title, Facts.newer(before.year(), year));
    }

    /// What clients called it leads here still.
    void remember(Work before, @Nullable String title) {
        if (title != null
                && before.provisional()
                && !before.isNameless()
                && !Name.Titled.key(title).equals(Name.Titled.key(before.title()))) {
            OtherTitleStore.remember(tx, kind, before.id().value(), before.title(), true);
        }
    }
}
