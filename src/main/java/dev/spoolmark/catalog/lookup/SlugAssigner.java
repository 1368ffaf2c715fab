package dev.spoolmark.catalog.lookup;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.Title;
import dev.spoolmark.catalog.ingest.FactMerge;
import dev.spoolmark.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        return SlugStore.claim(tx, kind, id, candidates(new Named(id, title, year, ids)));
    }

    /// A new item.
    public record Named(long id, String title, @Nullable Integer year, Ids ids) {}

    /// @return the slugs of new items, with a few statements for all of them
    public Map<Long, String> slugs(Collection<Named> items) {
        Map<Long, SlugCandidates> candidates = new LinkedHashMap<>();
        items.forEach(item -> candidates.put(item.id(), candidates(item)));
        return SlugStore.claimAll(tx, kind, candidates);
    }

    private SlugCandidates candidates(Named item) {
        return kind == Kind.MOVIE
                ? SlugCandidates.ofMovie(item.id(), item.title(), item.year(), item.ids())
                : SlugCandidates.ofShow(item.id(), item.title(), item.year(), item.ids());
    }

    /// @param title the title from the source; null if it provides none
    /// @return the current slug, or a new one if the title was a placeholder; the old slug keeps leading to
    ///     the item
    public String slug(Title previous, @Nullable String title, @Nullable Integer year) {
        return title == null || !(previous.provisional() || previous.hasTitleFromId())
                ? previous.slug()
                : slug(previous.id().value(), title, FactMerge.newer(previous.year(), year), previous.ids());
    }

    /// Records the previous title and year if they change, so that they keep leading to the item.
    ///
    /// @param title the title from the source; null if it provides none
    public void storePrevious(Title previous, @Nullable String title, @Nullable Integer year) {
        if (isChanged(previous, title, year)) {
            AlternativeTitleStore.addFormer(tx, kind, List.of(previous));
        }
    }

    /// Records the previous title and year of items whose year becomes known.
    ///
    /// @param years the year of each item; null if it stays unknown
    public void storePrevious(Map<Title, @Nullable Integer> years) {
        List<Title> changed = new ArrayList<>();
        years.forEach((previous, year) -> {
            if (isChanged(previous, null, year)) {
                changed.add(previous);
            }
        });
        AlternativeTitleStore.addFormer(tx, kind, changed);
    }

    private static boolean isChanged(Title previous, @Nullable String title, @Nullable Integer year) {
        boolean sameTitle = title == null || isSame(previous.title(), title);
        boolean sameYear = Objects.equals(previous.year(), FactMerge.newer(previous.year(), year));
        return !(sameTitle && sameYear) && !previous.hasTitleFromId();
    }

    private static boolean isSame(String one, String other) {
        return one.equals(other) || LookupKey.TitleKey.key(one).equals(LookupKey.TitleKey.key(other));
    }
}
