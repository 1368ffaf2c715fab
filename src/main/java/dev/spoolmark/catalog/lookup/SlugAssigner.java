package dev.spoolmark.catalog.lookup;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.Title;
import dev.spoolmark.catalog.ingest.FactMerge;
import dev.spoolmark.db.Tx;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Assigns slugs to movies or shows, and records their former titles.
public final class SlugAssigner {

    private final Tx tx;
    private final Kind kind;

    public SlugAssigner(Tx tx, Kind kind) {
        this.tx = tx;
        this.kind = kind;
    }

    public String slug(long id, String title, @Nullable Integer year, Ids ids) {
        return NameStore.claimSlug(
                tx,
                kind,
                id,
                kind == Kind.MOVIE
                        ? SlugCandidates.ofMovie(id, title, year, ids)
                        : SlugCandidates.ofShow(id, title, year, ids));
    }

    /// @param title the title from the source; null if it gives none
    /// @return the current slug, or a new one if the title was a placeholder; the old slug keeps leading to
    ///     the item
    public String slug(Title previous, @Nullable String title, @Nullable Integer year) {
        return title == null || !(previous.provisional() || previous.hasPlaceholderTitle())
                ? previous.slug()
                : slug(previous.id().value(), title, FactMerge.newer(previous.year(), year), previous.ids());
    }

    /// Records the previous title and year if they change, so that they keep leading to the item.
    ///
    /// @param title the title from the source; null if it gives none
    public void storePrevious(Title previous, @Nullable String title, @Nullable Integer year) {
        boolean sameTitle = title == null || isSame(previous.title(), title);
        boolean sameYear = Objects.equals(previous.year(), FactMerge.newer(previous.year(), year));
        if (!(sameTitle && sameYear) && !previous.hasPlaceholderTitle()) {
            AlternativeTitleStore.addFormer(tx, kind, previous.id().value(), previous.title(), previous.year());
        }
    }

    private static boolean isSame(String one, String other) {
        return one.equals(other) || LookupKey.TitleKey.key(one).equals(LookupKey.TitleKey.key(other));
    }
}
