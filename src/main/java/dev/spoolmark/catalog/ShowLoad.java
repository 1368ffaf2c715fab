package dev.spoolmark.catalog;

import dev.spoolmark.catalog.CatalogItem.ShowItem;
import dev.spoolmark.catalog.Loaded.Result;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.SourceFactStore.SourceFacts;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes shows from a source into the catalogue, for one transaction. No two of the items may be the same show.
final class ShowLoad {

    private final Tx tx;
    private final Instant now;
    private final List<ShowItem> items;
    private final Precedence precedence;
    private final Identity identity;
    private final @Nullable SourceStatement statement;
    private final boolean renumbered;
    private final GivenFacts given;
    private final Naming naming;
    private final PersonLoad people;
    private final EpisodeLoad episodes;
    private final Map<ShowId, Show> standing;
    private final Credits credits;
    private final OtherTitles otherTitles;
    private final List<Show> changed = new ArrayList<>();

    ShowLoad(Tx tx, Instant now, List<ShowItem> items, Precedence precedence) {
        this(tx, now, items, new Identity(tx, Kind.SHOW, items, precedence), precedence, null, false);
    }

    /// @param statement what the source that decides says of the only item
    /// @param renumbered whether episodes of it were given other numbers in this transaction
    ShowLoad(
            Tx tx,
            Instant now,
            ShowItem item,
            Identity identity,
            @Nullable SourceStatement statement,
            boolean renumbered) {
        this(tx, now, List.of(item), identity, Precedence.SOURCE, statement, renumbered);
    }

    private ShowLoad(
            Tx tx,
            Instant now,
            List<ShowItem> items,
            Identity identity,
            Precedence precedence,
            @Nullable SourceStatement statement,
            boolean renumbered) {
        this.statement = statement;
        this.renumbered = renumbered;
        this.precedence = precedence;
        this.tx = tx;
        this.now = now;
        this.items = items;
        this.identity = identity;
        this.naming = new Naming(tx, Kind.SHOW);
        this.people = new PersonLoad(tx, now, precedence);
        List<Long> ids =
                items.stream().flatMap(item -> identity.find(item).stream()).toList();
        this.standing = ShowStore.get(tx, ids.stream().map(ShowId::new).toList());
        this.given = GivenFacts.of(tx, Kind.SHOW, statement, ids);
        this.credits = new Credits(tx, Kind.SHOW, ids, precedence);
        this.otherTitles = new OtherTitles(tx, Kind.SHOW, ids, precedence);
        this.episodes = EpisodeLoad.of(tx, now, standing.values(), items, precedence, statement);
    }

    List<Loaded> apply() {
        people.addAll(items.stream().flatMap(item -> item.people().stream()).toList());
        List<Loaded> outcome = items.stream().map(this::one).toList();
        ShowStore.save(tx, changed);
        episodes.save();
        given.save(tx);
        credits.save(tx);
        otherTitles.save(tx);
        return outcome;
    }

    private Loaded one(ShowItem item) {
        Show before =
                identity.find(item).map(id -> standing.get(new ShowId(id))).orElse(null);
        if (before == null && item.title() == null && !item.isEnough()) {
            return Loaded.refused("the show is not in the catalogue, and a new one needs a title");
        }
        List<String> remarks = new ArrayList<>();
        Show after = before == null ? added(item, remarks) : merged(before, precedence.heard(item, before), remarks);
        boolean hasNewEpisodes = episodes.apply(after, item.seasons(), remarks);
        hasNewEpisodes |= renumbered;
        hasNewEpisodes |= take(after, before, remarks);
        long id = after.id().value();
        int takenBack = takenBack(id);
        boolean hasNewCredits = credits.areNew(id, people.lines(item.people()), (takenBack & GivenFacts.PEOPLE) != 0);
        boolean hasNewTitles = otherTitles.areNew(id, item.otherTitles(), (takenBack & GivenFacts.OTHER_TITLES) != 0);
        given.changed(id, (hasNewCredits ? GivenFacts.PEOPLE : 0) | (hasNewTitles ? GivenFacts.OTHER_TITLES : 0));
        if (after.equals(before) && !hasNewEpisodes && !hasNewCredits && !hasNewTitles) {
            return new Loaded(Result.UNCHANGED, remarks);
        }
        changed.add(after.changedAt(Stamp.of(before == null ? null : before.updatedAt(), item.updated(), now)));
        return new Loaded(before == null ? Result.ADDED : Result.UPDATED, remarks);
    }

    /// Notes whose the facts are now, and takes episodes back that the source no longer lists; says whether there were
    /// any.
    private boolean take(Show after, @Nullable Show before, List<String> remarks) {
        long id = after.id().value();
        if (before != null) {
            given.changed(id, before.facts().fields(), after.facts().fields());
        }
        if (statement == null || !(statement.item() instanceof ShowItem said)) {
            return false;
        }
        SourceFacts last = given.before().get(id);
        Withdrawal withdrawal = episodes.withdrawal(statement, last == null ? null : last.withdrawnAt(), remarks);
        boolean any = episodes.withdraw(after.id(), withdrawal);
        given.note(id, bits(said), statement.unreadable(), withdrawal.doubt());
        return any;
    }

    /// Without what the source gave and gives no longer.
    private ShowFacts standingFacts(Show before) {
        return before.facts().without(takenBack(before.id().value()));
    }

    private int takenBack(long id) {
        return statement != null && statement.item() instanceof ShowItem said
                ? given.takenBack(id, bits(said), statement.unreadable())
                : 0;
    }

    private static int bits(ShowItem said) {
        return GivenFacts.bits(said.facts().fields(), said.people(), said.otherTitles());
    }

    private Show added(ShowItem item, List<String> remarks) {
        long id = tx.newId("item");
        String title = Placeholder.titleOf(item);
        Ids ids = identity.claim(id, title, item.ids(), remarks);
        String slug = naming.slug(id, title, item.year(), ids);
        return new Show(new ShowId(id), ids, slug, title, item.year(), item.facts(), false, now);
    }

    private Show merged(Show before, ShowItem item, List<String> remarks) {
        String title = item.title() == null ? before.title() : item.title();
        Ids ids = identity.claim(before.id().value(), title, item.ids(), remarks);
        naming.remember(before, item.title(), item.year());
        return new Show(
                before.id(),
                before.ids().merge(ids),
                naming.slug(before, item.title(), item.year()),
                title,
                Facts.newer(before.year(), item.year()),
                standingFacts(before).merge(item.facts()),
                false,
                before.updatedAt());
    }
}
