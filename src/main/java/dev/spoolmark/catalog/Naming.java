package dev.spoolmark.catalog;

import dev.spoolmark.store.Tx;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How movies or shows that a source tells of are addressed, and what they were called before.
final class Naming {

    private final Tx tx;
    private final Kind kind;

    Naming(Tx tx, Kind kind) {
        this.tx = tx;
        this.kind = kind;
    }

    String slug(long id, String title, @Nullable Integer year, Ids ids) {
        return NameStore.claimSlug(
                tx,
                kind,
                id,
                kind == Kind.MOVIE ? Slugs.ofMovie(id, title, year, ids) : Slugs.ofShow(id, title, year, ids));
    }

    /// A slug lasts for ever, unless it only stood for what nobody knew; even then it keeps leading here.
    ///
    /// @param title as the source tells it, null when it tells none
    String slug(Work before, @Nullable String title, @Nullable Integer year) {
        return title == null || !(before.provisional() || before.isNameless())
                ? before.slug()
                : slug(before.id().value(), title, Facts.newer(before.year(), year), before.ids());
    }

    /// What it was called until now, and of which year it was, leads here still.
    ///
    /// @param title as the source tells it, null when it tells none
    void remember(Work before, @Nullable String title, @Nullable Integer year) {
        boolean sameTitle = title == null || isSame(before.title(), title);
        boolean sameYear = Objects.equals(before.year(), Facts.newer(before.year(), year));
        if (!(sameTitle && sameYear) && !before.isNameless()) {
            OtherTitleStore.addFormer(tx, kind, before.id().value(), before.title(), before.year());
        }
    }

    private static boolean isSame(String one, String other) {
        return one.equals(other) || Name.Titled.key(one).equals(Name.Titled.key(other));
    }
}
