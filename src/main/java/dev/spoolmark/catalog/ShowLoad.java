package dev.spoolmark.catalog;

import dev.spoolmark.catalog.CatalogItem.ShowItem;
import dev.spoolmark.catalog.CreditStore.Line;
import dev.spoolmark.catalog.Loaded.Result;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final PersonLoad people;
    private final EpisodeLoad episodes;
    private final Map<ShowId, Show> standing;
    private final Map<Long, List<Line>> standingCredits;
    private final OtherTitles otherTitles;
    private final List<Show> changed = new ArrayList<>();
    private final Map<Long, List<Line>> changedCredits = new HashMap<>();

    ShowLoad(Tx tx, Instant now, List<ShowItem> items, Precedence precedence) {
        this(tx, now, items, new Identity(tx, Kind.SHOW, items), precedence);
    }

    ShowLoad(Tx tx, Instant now, List<ShowItem> items, Identity identity) {
        this(tx, now, items, identity, Precedence.SOURCE);
    }

    private ShowLoad(Tx tx, Instant now, List<ShowItem> items, Identity identity, Precedence precedence) {
        this.precedence = precedence;
        this.tx = tx;
        this.now = now;
        this.items = items;
        this.identity = identity;
        this.people = new PersonLoad(tx, now, precedence);
        List<Long> ids =
                items.stream().flatMap(item -> identity.find(item).stream()).toList();
        this.standing = ShowStore.get(tx, ids.stream().map(ShowId::new).toList());
        this.standingCredits = CreditStore.linesOf(tx, Kind.SHOW, ids);
        this.otherTitles = new OtherTitles(tx, Kind.SHOW, ids, precedence);
        this.episodes = EpisodeLoad.of(tx, now, standing.values(), items, precedence);
    }

    List<Loaded> apply() {
        people.addAll(items.stream().flatMap(item -> item.people().stream()).toList());
        List<Loaded> outcome = items.stream().map(this::one).toList();
        ShowStore.save(tx, changed);
        episodes.save();
        CreditStore.replace(tx, Kind.SHOW, changedCredits);
        otherTitles.save(tx);
        return outcome;
    }

    private Loaded one(ShowItem item) {
        Show before =
                identity.find(item).map(id -> standing.get(new ShowId(id))).orElse(null);
        if (before == null && item.title() == null) {
            return Loaded.refused("the show is not in the catalogue, and a new one needs a title");
        }
        List<String> remarks = new ArrayList<>();
        Show after = before == null ? added(item, remarks) : merged(before, precedence.heard(item, before), remarks);
        boolean hasNewEpisodes = episodes.apply(after, item.seasons(), remarks);
        boolean hasNewCredits = hasNewCredits(after.id().value(), people.lines(item.people()));
        boolean hasNewTitles = otherTitles.areNew(after.id().value(), item.otherTitles());
        if (after.equals(before) && !hasNewEpisodes && !hasNewCredits && !hasNewTitles) {
            return new Loaded(Result.UNCHANGED, remarks);
        }
        changed.add(after.changedAt(Stamp.of(before == null ? null : before.updatedAt(), item.updated(), now)));
        return new Loaded(before == null ? Result.ADDED : Result.UPDATED, remarks);
    }

    private Show added(ShowItem item, List<String> remarks) {
        long id = tx.newId("item");
        String title = Placeholder.titleOf(item);
        String slug = NameStore.claimSlug(tx, Kind.SHOW, id, Slugs.ofShow(id, title, item.year()));
        Ids ids = identity.claim(id, item.ids(), remarks);
        return new Show(new ShowId(id), ids, slug, title, item.year(), item.facts(), false, now);
    }

    private Show merged(Show before, ShowItem item, List<String> remarks) {
        Ids ids = identity.claim(before.id().value(), item.ids(), remarks);
        rememberTitle(before, item.title());
        return new Show(
                before.id(),
                before.ids().merge(ids),
                slug(before, item.title(), item.year()),
                item.title() == null ? before.title() : item.title(),
                Facts.newer(before.year(), item.year()),
                before.facts().merge(item.facts()),
                false,
                before.updatedAt());
    }

    /// A slug lasts for ever, unless it only stood for what nobody knew; even then it keeps leading here.
    private String slug(Show before, @Nullable String title, @Nullable Integer year) {
        if (title == null || !(before.provisional() || before.isNameless())) {
            return before.slug();
        }
        long id = before.id().value();
        return NameStore.claimSlug(tx, Kind.SHOW, id, Slugs.ofShow(id, title, Facts.newer(before.year(), year)));
    }

    /// What clients called it leads here still.
    private void rememberTitle(Show before, @Nullable String title) {
        if (title != null
                && before.provisional()
                && !before.isNameless()
                && !Name.Titled.key(title).equals(Name.Titled.key(before.title()))) {
            OtherTitleStore.remember(tx, Kind.SHOW, before.id().value(), before.title(), true);
        }
    }

    private boolean hasNewCredits(long show, List<Line> lines) {
        if (lines.isEmpty()
                || lines.equals(standingCredits.get(show))
                || (!precedence.isSource() && standingCredits.containsKey(show))) {
            return false;
        }
        changedCredits.put(show, lines);
        return true;
    }
}
