package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.Title;
import dev.spoolmark.catalog.TitleFromId;
import dev.spoolmark.catalog.ingest.ImportResult.Result;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.catalog.ingest.SourceItem.TitleItem;
import dev.spoolmark.catalog.lookup.SlugAssigner;
import dev.spoolmark.catalog.merge.ItemMatcher;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Imports movies or shows in one transaction. No two of the items may be the same movie or show.
///
/// @param <T> what is stored
/// @param <I> what a source provides
abstract class TitleImport<T extends Title, I extends TitleItem> {

    /// Where items come from and how they are merged.
    ///
    /// @param primary the data of the primary source about the only item; null for files
    record Origin(
            Tx tx,
            Instant now,
            ItemMatcher matcher,
            MergePolicy policy,
            @Nullable PrimarySourceItem primary) {}

    private final Kind kind;
    final Origin origin;
    private final List<I> items;
    private final Map<? extends MediaId, T> existing;
    private final SourceFactTracker sourceFacts;
    final EditedFactGuard edited;
    private final SlugAssigner slugs;
    private final PersonImport persons;
    private final CreditChanges credits;
    private final AlternativeTitleChanges otherTitles;
    private final List<T> changed = new ArrayList<>();

    /// @param read reads stored titles by id
    TitleImport(Kind kind, Origin origin, List<I> items, Function<List<Long>, Map<? extends MediaId, T>> read) {
        this.kind = kind;
        this.origin = origin;
        this.items = items;
        Tx tx = origin.tx();
        List<Long> ids = items.stream()
                .flatMap(item -> origin.matcher().find(item).stream())
                .toList();
        this.existing = read.apply(ids);
        this.sourceFacts = SourceFactTracker.of(tx, kind, origin.primary(), ids);
        this.edited = EditedFactGuard.of(tx, kind, ids);
        this.slugs = new SlugAssigner(tx, kind);
        this.persons = new PersonImport(tx, origin.now(), origin.policy());
        this.credits = new CreditChanges(tx, kind, ids, origin.policy());
        this.otherTitles = new AlternativeTitleChanges(tx, kind, ids, origin.policy());
    }

    /// The parts of a title that its subclass merges itself.
    record Names(
            Ids ids, String slug, String title, @Nullable Integer year) {}

    /// What happened to the seasons and episodes of a show.
    ///
    /// @param suspectSince since when the episode list of the source is suspiciously short
    record ChildResult(boolean changed, @Nullable Instant suspectSince) {

        static final ChildResult UNCHANGED = new ChildResult(false, null);
    }

    abstract T create(long id, Names names, I item);

    /// @param withdrawn the facts that the source provided before and no longer provides, as in [FieldBits]
    abstract T merge(T previous, Names names, I item, int withdrawn);

    /// The item with the values that may be stored, by the policy and by what administrators have edited.
    abstract I fillGaps(I item, T previous);

    abstract T changedAt(T title, Instant updatedAt);

    abstract ChildResult applyChildren(T title, I item, List<String> warnings);

    abstract void save(List<T> titles);

    final Collection<T> existing() {
        return existing.values();
    }

    /// @return since when the source doubted the episode list of this title
    final @Nullable Instant suspectSince(T title) {
        SourceFactStore.SourceFacts previous =
                sourceFacts.before().get(title.id().value());
        return previous == null ? null : previous.withdrawnAt();
    }

    /// @return one result for each item, in the order of the items
    final List<ImportResult> apply() {
        persons.addAll(items.stream().flatMap(item -> item.credits().stream()).toList());
        List<ImportResult> results = items.stream().map(this::apply).toList();
        save(changed);
        sourceFacts.save(origin.tx());
        credits.save(origin.tx());
        otherTitles.save(origin.tx());
        return results;
    }

    private ImportResult apply(I item) {
        T previous = previous(item);
        if (previous == null && item.title() == null && !item.isEnough()) {
            return ImportResult.rejected("the " + kind.key() + " is not in the catalog, and a new one needs a title");
        }
        List<String> warnings = new ArrayList<>();
        T updated = previous == null ? added(item, warnings) : merged(previous, fillGaps(item, previous), warnings);
        ChildResult children = applyChildren(updated, item, warnings);
        noteFacts(updated, previous, children);
        boolean hasChanged = applyCreditsAndTitles(updated.id().value(), item);
        if (updated.equals(previous) && !children.changed() && !hasChanged) {
            return new ImportResult(Result.UNCHANGED, warnings);
        }
        changed.add(changedAt(
                updated,
                UpdatedAtRule.of(previous == null ? null : previous.updatedAt(), item.updated(), origin.now())));
        return new ImportResult(previous == null ? Result.ADDED : Result.UPDATED, warnings);
    }

    private @Nullable T previous(I item) {
        return origin.matcher()
                .find(item)
                .flatMap(id -> Optional.ofNullable(existing.get(MediaId.of(kind, id))))
                .orElse(null);
    }

    private boolean applyCreditsAndTitles(long id, I item) {
        int withdrawn = withdrawn(id);
        boolean hasNewCredits =
                credits.recordIfChanged(id, persons.rows(item.credits()), (withdrawn & SourceFactTracker.CREDITS) != 0);
        boolean hasNewTitles =
                otherTitles.recordIfChanged(id, item.otherTitles(), (withdrawn & SourceFactTracker.OTHER_TITLES) != 0);
        sourceFacts.changed(
                id,
                (hasNewCredits ? SourceFactTracker.CREDITS : 0) | (hasNewTitles ? SourceFactTracker.OTHER_TITLES : 0));
        return hasNewCredits || hasNewTitles;
    }

    /// Records which source provided the facts that are stored now.
    private void noteFacts(T updated, @Nullable T previous, ChildResult children) {
        long id = updated.id().value();
        if (previous != null) {
            sourceFacts.changed(id, fields(previous), fields(updated));
        }
        PrimarySourceItem primary = origin.primary();
        if (primary != null && primary.item() instanceof TitleItem titleItem) {
            sourceFacts.note(id, bits(titleItem), primary.unreadable(), children.suspectSince());
        }
    }

    private int withdrawn(long id) {
        PrimarySourceItem primary = origin.primary();
        return primary != null && primary.item() instanceof TitleItem titleItem
                ? sourceFacts.withdrawnFacts(id, bits(titleItem), primary.unreadable())
                : 0;
    }

    private static int bits(TitleItem titleItem) {
        return SourceFactTracker.bits(fields(titleItem), titleItem.credits(), titleItem.otherTitles());
    }

    private static @Nullable Object[] fields(TitleItem item) {
        return switch (item) {
            case MovieItem movie -> movie.facts().fields();
            case ShowItem show -> show.facts().fields();
        };
    }

    private static @Nullable Object[] fields(Title title) {
        return switch (title) {
            case Movie movie -> movie.facts().fields();
            case Show show -> show.facts().fields();
        };
    }

    private T added(I item, List<String> warnings) {
        long id = origin.tx().newId("item");
        String title = TitleFromId.titleOf(item);
        Ids ids = origin.matcher().claim(id, title, item.ids(), warnings);
        return create(id, new Names(ids, slugs.slug(id, title, item.year(), ids), title, item.year()), item);
    }

    private T merged(T previous, I item, List<String> warnings) {
        long id = previous.id().value();
        String newTitle = item.title();
        String title = newTitle == null ? previous.title() : newTitle;
        Ids ids = previous.ids().merge(origin.matcher().claim(id, title, item.ids(), warnings));
        slugs.storePrevious(previous, newTitle, item.year());
        String slug = slugs.slug(previous, newTitle, item.year());
        Names names = new Names(ids, slug, title, FactMerge.newer(previous.year(), item.year()));
        return merge(previous, names, item, withdrawn(id));
    }
}
