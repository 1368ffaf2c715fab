package dev.spoolmark.web.library;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.pagefilter.PageFilters;
import dev.spoolmark.progress.UpNext;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.visibility.ProvisionalAccess;
import dev.spoolmark.watchlist.Watchlist;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.SavedFilter;
import java.time.InstantSource;

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
        Watchlist watchlist,
        CollectionItems collection,
        Lists lists,
        PageFilters pageFilters,
        InstantSource clock) {

    public void declare(PageRoutes routes) {
        ItemLines lines = new ItemLines(catalog);
        SavedFilter filter = new SavedFilter(pageFilters, "progress", "sort", "finished", "q");
        new ProgressPages(new ProgressSelection(upNext, catalog), access, lines, filter, clock).declare(routes);
        new HistoryPages(history, history.deletions(), access, visible, lines).declare(routes);
        new PlayEditPages(history, access, lines, clock).declare(routes);
        new OwnItemsPages(new OwnItems.OfWatchlist(watchlist), access, lines).declare(routes);
        new OwnItemsPages(new OwnItems.OfCollection(collection), access, lines).declare(routes);
        ListAccess found = new ListAccess(accounts, access, lists);
        new ListOverviewPages(lists, found, access).declare(routes);
        new ListItemPages(lists, found, lines).declare(routes);
        new ListItemForms(lists, found).declare(routes);
        new ListEditPages(lists, found).declare(routes);
    }
}
