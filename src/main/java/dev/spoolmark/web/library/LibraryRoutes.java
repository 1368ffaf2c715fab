package dev.spoolmark.web.library;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.pagefilter.PageFilters;
import dev.spoolmark.progress.UpNext;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.userstate.CoveredEpisodes;
import dev.spoolmark.visibility.ProvisionalAccess;
import dev.spoolmark.watchlist.Watchlist;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.SavedFilter;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// The pages about what a user has watched and wants to watch.
///
/// @param visible which provisional items a viewer sees
public record LibraryRoutes(
        Accounts accounts,
        ProfileAccess access,
        Catalog catalog,
        ProvisionalAccess visible,
        UpNext upNext,
        PlayHistory history,
        CoveredEpisodes covered,
        Watchlist watchlist,
        CollectionItems collection,
        Lists lists,
        PageFilters pageFilters,
        Ratings ratings,
        InstantSource clock) {

    public void declare(PageRoutes routes) {
        ItemLines lines = new ItemLines(catalog);
        SavedFilter filter = new SavedFilter(pageFilters, "progress", "sort", "finished", "q");
        new ProgressPages(new ProgressSelection(upNext, catalog, clock), access, lines, covered, filter, clock)
                .declare(routes);
        declareHistory(routes, lines);
        OwnItemsPages.ofWatchlist(watchlist, access, lists, catalog, lines, filter("watchlist"))
                .declare(routes);
        OwnItemsPages.ofCollection(collection, access, lists, catalog, lines, filter("collection"))
                .declare(routes);
        new BulkUndoPages(watchlist.arrangement(), collection, lists.arrangement(), history.times()).declare(routes);
        declareLists(routes, lines);
    }

    private void declareHistory(PageRoutes routes, ItemLines lines) {
        SavedFilter filter = new SavedFilter(pageFilters, "history", "kind", "source");
        PlayEditPages edits = new PlayEditPages(history, access, lines, clock);
        edits.declare(routes);
        new HistoryPages(history, access, visible, lines, new HistoryForms(history, access, edits, clock), filter)
                .declare(routes);
    }

    private SavedFilter filter(String page) {
        return new SavedFilter(pageFilters, page, "kind", "genre", "watched", "sort");
    }

    private void declareLists(PageRoutes routes, ItemLines lines) {
        ListAccess found = new ListAccess(accounts, access, lists);
        SmartRulesForm rules = new SmartRulesForm(lists, lists.smart(this::percentages));
        new ListOverviewPages(lists, found, access).declare(routes);
        new ListItemPages(lists, found, rules, catalog, lines).declare(routes);
        new ListEditPages(lists, found).declare(routes);
        new ListLinkPages(lists.links(), found).declare(routes);
        new SmartListPages(lists, found, rules, access, catalog, lines).declare(routes);
    }

    private Map<MediaId, Integer> percentages(Collection<MediaId> items) {
        Map<MediaId, Integer> percentages = new HashMap<>();
        ratings.totals(items).rated().forEach((item, totals) -> percentages.put(item, totals.percentage()));
        return percentages;
    }
}
