package dev.spoolmark.web.library;

import dev.spoolmark.activity.ItemPosition;
import dev.spoolmark.activity.ListedItem;
import dev.spoolmark.activity.ListedItemPage;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.library.ItemQuery.Offered;
import dev.spoolmark.web.library.ListItemPages.ListPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The page of a list whose items are chosen one by one.
final class ListItemView {

    private static final int PAGE_SIZE = 50;

    /// Items of lists of others are counted up to here, since each is looked at.
    private static final int MAX_COUNTED = 2_000;

    private final Lists lists;
    private final ListAccess found;
    private final Catalog catalog;
    private final ItemLines lines;

    ListItemView(Lists lists, ListAccess found, Catalog catalog, ItemLines lines) {
        this.lists = lists;
        this.found = found;
        this.catalog = catalog;
        this.lines = lines;
    }

    /// What the viewer can limit the list to and order it by.
    static Offered offered(ListAccess.Found list) {
        return list.own()
                ? new Offered(ListItems.KINDS, ListItems.ORDERS, true, false, false)
                : new Offered(ListItems.KINDS, ListItems.ORDERS_OF_OTHERS, false, true, false);
    }

    ListPage page(PageRequest request, ListAccess.Found list) {
        ItemQuery query = ItemQuery.read(request, list.path(), offered(list));
        ListItems items = new ListItems(lists, list.list());
        boolean isInvalid = query.form().hasErrors();
        ListedItemPage page = isInvalid
                ? new ListedItemPage(List.of(), Optional.empty())
                : items.page(query.selection(), query.after(), PAGE_SIZE);
        int max = list.own() ? Lists.MAX_ITEMS : MAX_COUNTED;
        int total = isInvalid ? 0 : lists.count(list.list(), query.selection(), Optional.empty(), max + 1);
        String current = query.current().text();
        return new ListPage(
                request.layout("library.list.title", list.list().name()),
                ListItemPages.head(list, query.form().errorOf("after") != null),
                Math.min(total, max),
                total > max,
                ItemFilterView.of(request, query, offered(list), catalog),
                List.of(),
                ItemRow.of(
                        request,
                        page.items(),
                        OwnItemsPages.first(items, query),
                        false,
                        lines.of(
                                request,
                                page.items().stream().map(ListedItem::item).toList()),
                        Map.of()),
                list.own() ? targets(request, list) : List.of(),
                current,
                query.forms().text(),
                UndoOffer.of(request, current),
                query.after().isPresent() ? query.address().text() : null,
                page.next()
                        .map(ItemPosition::address)
                        .map(position -> query.address().with("after", position).text())
                        .orElse(null));
    }

    private List<Choice> targets(PageRequest request, ListAccess.Found list) {
        return ListTargets.of(lists, found.profile(request), list.owner(), list.list());
    }
}
