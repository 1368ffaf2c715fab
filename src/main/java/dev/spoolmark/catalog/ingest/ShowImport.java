package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.AlternativeTitles;
import dev.spoolmark.catalog.CatalogItem.ShowItem;
import dev.spoolmark.catalog.Credits;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.PlaceholderTitle;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ShowStore;
import dev.spoolmark.catalog.ingest.ImportResult.Result;
import dev.spoolmark.catalog.ingest.SourceFactStore.SourceFacts;
import dev.spoolmark.catalog.lookup.SlugAssigner;
import dev.spoolmark.catalog.merge.ItemMatcher;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes shows from a source into the catalogue, for one transaction. No two of the items may be the same show.
final class ShowImport {

    private final Tx tx;
    private final Instant now;
    private final List<ShowItem> items;
    private final MergePolicy precedence;
    private final ItemMatcher identity;
    private final @Nullable SourceStatement statement;
    private final boolean renumbered;
    private final SourceFactTracker sourceFacts;
    private final SlugAssigner naming;
    private final PersonImport people;
    private final EpisodeImport episodes;
    private final Map<ShowId, Show> existing;
    private final Credits credits;
    private final AlternativeTitles otherTitles;
    private final List<Show> changed = new ArrayList<>();

    ShowImport(Tx tx, Instant now, List<ShowItem> items, MergePolicy precedence) {
        this(tx, now, items, new ItemMatcher(tx, Kind.SHOW, items, precedence), precedence, null, false);
    }

    /// @param statement what the source that decides says of the only item
    /// @param renumbered whether episodes of it were given other numbers in this transaction
    ShowImport(
            Tx tx,
            Instant now,
            ShowItem item,
            ItemMatcher identity,
            @Nullable SourceStatement statement,
            boolean renumbered) {
        this(tx, now, List.of(item), identity, MergePolicy.SOURCE, statement, renumbered);
    }

    private ShowImport(
            Tx tx,
            Instant now,
            List<ShowItem> items,
            ItemMatcher identity,
            MergePolicy precedence,
            @Nullable SourceStatement statement,
            boolean renumbered) {
        this.statement = statement;
        this.renumbered = renumbered;
        this.precedence = precedence;
        this.tx = tx;
        this.now = now;
        this.items = items;
        this.identity = identity;
        this.naming = new SlugAssigner(tx, Kind.SHOW);
        this.people = new PersonImport(tx, now, precedence);
        List<Long> ids =
                items.stream().flatMap(item -> identity.find(item).stream()).toList();
        this.existing = ShowStore.get(tx, ids.stream().map(ShowId::new).toList());
        this.sourceFacts = SourceFactTracker.of(tx, Kind.SHOW, statement, ids);
        this.credits = new Credits(tx, Kind.SHOW, ids, precedence);
        this.otherTitles = new AlternativeTitles(tx, Kind.SHOW, ids, precedence);
        this.episodes = EpisodeImport.of(tx, now, existing.values(), items, precedence, statement);
    }

    List<ImportResult> apply() {
        people.addAll(items.stream().flatMap(item -> item.users().stream()).toList());
        List<ImportResult> outcome = items.stream().map(this::one).toList();
        ShowStore.save(tx, changed);
        episodes.save();
        sourceFacts.save(tx);
        credits.save(tx);
        otherTitles.save(tx);
        return outcome;
    }

    private ImportResult one(ShowItem item) {
        Show previous =
                identity.find(item).map(id -> existing.get(new ShowId(id))).orElse(null);
        if (previous == null && item.title() == null && !item.isEnough()) {
            return ImportResult.refused("the show is not in the catalogue, and a new one needs a title");
        }
        List<String> remarks = new ArrayList<>();
        Show updated =
                previous == null ? added(item, remarks) : merged(previous, precedence.apply(item, previous), remarks);
        boolean hasNewEpisodes = episodes.apply(updated, item.seasons(), remarks);
        hasNewEpisodes |= renumbered;
        hasNewEpisodes |= take(updated, previous, remarks);
        long id = updated.id().value();
        int takenBack = takenBack(id);
        boolean hasNewCredits =
                credits.areNew(id, people.lines(item.users()), (takenBack & SourceFactTracker.PEOPLE) != 0);
        boolean hasNewTitles =
                otherTitles.areNew(id, item.otherTitles(), (takenBack & SourceFactTracker.OTHER_TITLES) != 0);
        sourceFacts.changed(
                id,
                (hasNewCredits ? SourceFactTracker.PEOPLE : 0) | (hasNewTitles ? SourceFactTracker.OTHER_TITLES : 0));
        if (updated.equals(previous) && !hasNewEpisodes && !hasNewCredits && !hasNewTitles) {
            return new ImportResult(Result.UNCHANGED, remarks);
        }
        changed.add(updated.changedAt(
                UpdatedAtRule.of(previous == null ? null : previous.updatedAt(), item.updated(), now)));
        return new ImportResult(previous == null ? Result.ADDED : Result.UPDATED, remarks);
    }

    /// Notes whose the facts are now, and takes episodes back that the source no longer lists; says whether there
    /// were any.
    private boolean take(Show updated, @Nullable Show previous, List<String> remarks) {
        long id = updated.id().value();
        if (previous != null) {
            sourceFacts.changed(id, previous.facts().fields(), updated.facts().fields());
        }
        if (statement == null || !(statement.item() instanceof ShowItem said)) {
            return false;
        }
        SourceFacts last = sourceFacts.before().get(id);
        WithdrawnEpisodes withdrawal =
                episodes.withdrawal(statement, last == null ? null : last.withdrawnAt(), remarks);
        boolean any = episodes.withdraw(updated.id(), withdrawal);
        sourceFacts.note(id, bits(said), statement.unreadable(), withdrawal.doubt());
        return any;
    }

    /// Without what the source gave and gives no longer.
    private ShowFacts standingFacts(Show previous) {
        return previous.facts().without(takenBack(previous.id().value()));
    }

    private int takenBack(long id) {
        return statement != null && statement.item() instanceof ShowItem said
                ? sourceFacts.takenBack(id, bits(said), statement.unreadable())
                : 0;
    }

    private static int bits(ShowItem said) {
        return SourceFactTracker.bits(said.facts().fields(), said.users(), said.otherTitles());
    }

    private Show added(ShowItem item, List<String> remarks) {
        long id = tx.newId("item");
        String title = PlaceholderTitle.titleOf(item);
        Ids ids = identity.claim(id, title, item.ids(), remarks);
        String slug = naming.slug(id, title, item.year(), ids);
        return new Show(new ShowId(id), ids, slug, title, item.year(), item.facts(), false, now);
    }

    private Show merged(Show previous, ShowItem item, List<String> remarks) {
        String title = item.title() == null ? previous.title() : item.title();
        Ids ids = identity.claim(previous.id().value(), title, item.ids(), remarks);
        naming.remember(previous, item.title(), item.year());
        return new Show(
                previous.id(),
                previous.ids().merge(ids),
                naming.slug(previous, item.title(), item.year()),
                title,
                FactMerge.newer(previous.year(), item.year()),
                standingFacts(previous).merge(item.facts()),
                false,
                previous.updatedAt());
    }
}
