package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowStore;
import dev.spoolmark.catalog.edit.EpisodeNumbering;
import dev.spoolmark.catalog.ingest.SourceItem.SeasonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.catalog.merge.ItemMatcher;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Imports shows with their seasons and episodes in one transaction.
final class ShowImport extends TitleImport<Show, ShowItem> {

    private final EpisodeImport episodes;
    private final boolean renumbered;

    ShowImport(Tx tx, Instant now, List<ShowItem> items, MergePolicy policy) {
        this(new Origin(tx, now, new ItemMatcher(tx, Kind.SHOW, items, policy), policy, null), items, false);
    }

    /// @param primary the data of the primary source about the item
    /// @param renumbered whether episodes of the show got other numbers in this transaction
    ShowImport(
            Tx tx,
            Instant now,
            ShowItem item,
            ItemMatcher matcher,
            @Nullable PrimarySourceItem primary,
            boolean renumbered) {
        this(new Origin(tx, now, matcher, MergePolicy.SOURCE, primary), List.of(item), renumbered);
    }

    private ShowImport(Origin origin, List<ShowItem> items, boolean renumbered) {
        super(
                Kind.SHOW,
                origin,
                items,
                ids -> ShowStore.get(origin.tx(), ids.stream().map(ShowId::new).toList()));
        this.renumbered = renumbered;
        this.episodes =
                EpisodeImport.of(origin.tx(), origin.now(), existing(), items, origin.policy(), origin.primary());
    }

    @Override
    Show create(long id, Names names, ShowItem item) {
        return new Show(
                new ShowId(id),
                names.ids(),
                names.slug(),
                names.title(),
                names.year(),
                item.facts(),
                false,
                origin.now());
    }

    @Override
    Show merge(Show previous, Names names, ShowItem item, int withdrawn) {
        return new Show(
                previous.id(),
                names.ids(),
                names.slug(),
                names.title(),
                names.year(),
                previous.facts().without(withdrawn).merge(item.facts()),
                false,
                previous.updatedAt());
    }

    @Override
    ShowItem fillGaps(ShowItem item, Show previous) {
        return edited.protect(origin.policy().apply(item, previous), previous);
    }

    @Override
    Show changedAt(Show show, Instant updatedAt) {
        return show.changedAt(updatedAt);
    }

    /// Adds and merges episodes, and removes those that the source no longer lists.
    @Override
    ChildResult applyChildren(Show show, ShowItem item, List<String> warnings) {
        boolean changed = episodes.apply(show, numbered(show, item), warnings) || renumbered;
        PrimarySourceItem primary = origin.primary();
        if (primary == null || !(primary.item() instanceof ShowItem)) {
            return new ChildResult(changed, null);
        }
        EpisodeWithdrawalRule withdrawn = episodes.withdrawal(primary, suspectSince(show), warnings);
        boolean removed = episodes.withdraw(show.id(), withdrawn);
        return new ChildResult(changed || removed, withdrawn.suspectSince());
    }

    /// Only a show that existed has episodes with edited numbers.
    private List<SeasonItem> numbered(Show show, ShowItem item) {
        return item.seasons().isEmpty()
                        || existing().stream().noneMatch(known -> known.id().equals(show.id()))
                ? item.seasons()
                : EpisodeNumbering.of(origin.tx(), show.id()).apply(item.seasons());
    }

    @Override
    void save(List<Show> shows) {
        ShowStore.save(origin.tx(), shows);
        episodes.save();
    }
}
