package dev.spoolmark.web.library;

import dev.spoolmark.account.Account;
import dev.spoolmark.activity.ItemPosition;
import dev.spoolmark.activity.ListedItem;
import dev.spoolmark.activity.ListedItemPage;
import dev.spoolmark.activity.WatchedFilter;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.http.Response;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.watchlist.Watchlist;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.SavedFilter;
import dev.spoolmark.web.form.Choice;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The watchlist or the collection of the user: ordered, filtered, and changes of selected items.
public final class OwnItemsPages {

    private static final String TEMPLATE = "page/library/items";
    private static final int PAGE_SIZE = 60;

    private final String name;
    private final String path;
    private final Function<ProfileView, OwnItems> items;
    private final ProfileAccess access;
    private final Lists lists;
    private final Catalog catalog;
    private final ItemLines lines;
    private final SavedFilter saved;

    /// @param name `watchlist` or `collection`: the address and a part of the keys of the texts
    private OwnItemsPages(
            String name,
            Function<ProfileView, OwnItems> items,
            ProfileAccess access,
            Lists lists,
            Catalog catalog,
            ItemLines lines,
            SavedFilter saved) {
        this.name = name;
        this.saved = saved;
        this.path = "/" + name;
        this.items = items;
        this.access = access;
        this.lists = lists;
        this.catalog = catalog;
        this.lines = lines;
    }

    static OwnItemsPages ofWatchlist(
            Watchlist watchlist,
            ProfileAccess access,
            Lists lists,
            Catalog catalog,
            ItemLines lines,
            SavedFilter saved) {
        return new OwnItemsPages(
                "watchlist", self -> new WatchlistItems(watchlist, lists, self), access, lists, catalog, lines, saved);
    }

    static OwnItemsPages ofCollection(
            CollectionItems collection,
            ProfileAccess access,
            Lists lists,
            Catalog catalog,
            ItemLines lines,
            SavedFilter saved) {
        return new OwnItemsPages(
                "collection",
                self -> new CollectedItems(collection, lists, self),
                access,
                lists,
                catalog,
                lines,
                saved);
    }

    /// @param name `watchlist` or `collection`
    /// @param total how many items the filter lets through
    /// @param arranged whether the items have an order and notes
    /// @param current address of this page
    /// @param action address of the form that changes items
    /// @param targets the lists of the user
    /// @param undo what the last form has changed, or null
    /// @param first address of the first page, or null on it
    /// @param next address of the next page, or null
    public record OwnItemsPage(
            Layout layout,
            String name,
            ItemFilterView filter,
            int total,
            boolean arranged,
            List<ItemRow> rows,
            String current,
            String action,
            List<Choice> targets,
            @Nullable UndoOffer undo,
            @Nullable String first,
            @Nullable String next) {

        public OwnItemsPage {
            rows = List.copyOf(rows);
            targets = List.copyOf(targets);
        }
    }

    void declare(PageRoutes routes) {
        routes.get(path, PageAccess.SIGNED_IN, request -> request.waiting(() -> show(request)))
                .post(path + "/items", PageAccess.SIGNED_IN, request -> request.waiting(() -> change(request)));
    }

    private Response change(PageRequest request) {
        OwnItems own = items(request);
        return ItemForms.apply(request, own, ItemQuery.read(request, path, offered(own)), path);
    }

    private Response show(PageRequest request) {
        return saved.redirect(request).orElseGet(() -> filtered(request));
    }

    private Response filtered(PageRequest request) {
        OwnItems own = items(request);
        ItemQuery query = ItemQuery.read(request, path, offered(own));
        if (query.form().hasErrors()) {
            ListedItemPage none = new ListedItemPage(List.of(), Optional.empty());
            return request.invalid(TEMPLATE, page(request, own, query, none));
        }
        return saved.save(request)
                .orElseGet(() -> request.page(
                        TEMPLATE, page(request, own, query, own.page(query.selection(), query.after(), PAGE_SIZE))));
    }

    private OwnItems items(PageRequest request) {
        return items.apply(access.self(request.account()));
    }

    private static ItemQuery.Offered offered(OwnItems own) {
        return new ItemQuery.Offered(own.kinds(), own.orders(), true, false, true);
    }

    private OwnItemsPage page(PageRequest request, OwnItems own, ItemQuery query, ListedItemPage found) {
        String current = query.current().text();
        return new OwnItemsPage(
                request.layout("library." + name + ".title"),
                name,
                ItemFilterView.of(request, query, offered(own), catalog),
                total(own, query),
                own.isArranged(),
                ItemRow.of(
                        request,
                        found.items(),
                        first(own, query),
                        !own.isArranged(),
                        lines.of(
                                request,
                                found.items().stream().map(ListedItem::item).toList()),
                        own.descriptions(
                                request.text(),
                                found.items().stream().map(ListedItem::item).toList())),
                current,
                query.forms().text(),
                targets(request),
                UndoOffer.of(request, current),
                query.after().isPresent() ? query.address().text() : null,
                found.next()
                        .map(ItemPosition::address)
                        .map(position -> query.address().with("after", position).text())
                        .orElse(null));
    }

    /// The number of items; 0 if it is not counted: whether a show is watched follows from all its episodes.
    private static int total(OwnItems own, ItemQuery query) {
        return query.form().hasErrors() || query.selection().watched() != WatchedFilter.ALL
                ? 0
                : own.count(query.selection(), Optional.empty());
    }

    /// The number of the first item of the page; 0 where the page has another order than that of the user.
    static int first(OwnItems own, ItemQuery query) {
        if (!query.selection().isWhole()) {
            return 0;
        }
        return query.after().isEmpty() ? 1 : own.count(query.selection(), query.after()) + 1;
    }

    private List<Choice> targets(PageRequest request) {
        Account account = request.account();
        return ListTargets.of(lists, access.self(account), account, null);
    }
}
