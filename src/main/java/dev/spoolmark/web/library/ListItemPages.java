package dev.spoolmark.web.library;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.http.Response;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.lists.UserList;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One list with its items. Others than the owner see confirmed items only, and totals and numbers without the
/// provisional ones.
public final class ListItemPages {

    static final String PATH = "/u/{user}/lists/{list}";
    private static final String TEMPLATE = "page/library/list";

    private final ListAccess found;
    private final ListItemView plain;
    private final SmartItemView smart;
    private final Lists lists;

    ListItemPages(Lists lists, ListAccess found, SmartRulesForm rules, Catalog catalog, ItemLines lines) {
        this.found = found;
        this.lists = lists;
        this.plain = new ListItemView(lists, found, catalog, lines);
        this.smart = new SmartItemView(rules, lines);
    }

    /// @param own whether the viewer may change the list
    /// @param linked whether the secret address of the list was opened
    /// @param listed whether the viewer may see the other lists of the owner
    /// @param path of this page without its state, below the base path
    /// @param edit path of the list, where its owner changes it
    /// @param invalid whether the position in the address is none
    public record ListHead(
            UserList list,
            String owner,
            boolean own,
            boolean linked,
            boolean listed,
            String path,
            String edit,
            boolean invalid) {}

    /// @param total number of items that the filter lets through
    /// @param more whether there are more than this number
    /// @param filter null for a list with rules
    /// @param rules in words
    /// @param targets the other lists of the owner, where the owner is the viewer
    /// @param current address of this page
    /// @param action address of the form that changes items
    /// @param undo what the last form has changed, or null
    /// @param first address of the first page, or null on it
    /// @param next address of the next page, or null
    public record ListPage(
            Layout layout,
            ListHead head,
            int total,
            boolean more,
            @Nullable ItemFilterView filter,
            List<String> rules,
            List<ItemRow> rows,
            List<Choice> targets,
            String current,
            String action,
            @Nullable UndoOffer undo,
            @Nullable String first,
            @Nullable String next) {

        public ListPage {
            rules = List.copyOf(rules);
            rows = List.copyOf(rows);
            targets = List.copyOf(targets);
        }
    }

    void declare(PageRoutes routes) {
        routes.get(PATH, PageAccess.PUBLIC, request -> request.waiting(() -> show(request, found.visible(request))))
                .get(
                        ListAccess.LINK_PATH + "{token}",
                        PageAccess.PUBLIC,
                        request -> request.waiting(() -> secret(show(request, found.linked(request)))))
                .post(PATH + "/items", PageAccess.SIGNED_IN, request -> request.waiting(() -> change(request)));
    }

    /// The address stays out of the `Referer` of other pages.
    private static Response secret(Response page) {
        return page.with("Cache-Control", "private, no-store").with("Referrer-Policy", "no-referrer");
    }

    private Response change(PageRequest request) {
        ListAccess.Found list = found.own(request);
        ListItems items = new ListItems(lists, list.list());
        ItemQuery query = ItemQuery.read(request, list.path(), ListItemView.offered(list));
        return ItemForms.apply(request, items, query, list.path());
    }

    private Response show(PageRequest request, ListAccess.Found list) {
        ListPage page = list.list().isSmart() ? smart.page(request, list) : plain.page(request, list);
        boolean invalid = page.head().invalid()
                || (page.filter() != null && page.filter().form().hasErrors());
        return invalid ? request.invalid(TEMPLATE, page) : request.page(TEMPLATE, page);
    }

    static ListHead head(ListAccess.Found list, boolean invalid) {
        return new ListHead(
                list.list(),
                list.owner().name(),
                list.own(),
                list.path().startsWith(ListAccess.LINK_PATH),
                list.listed(),
                list.path(),
                ListAccess.path(list.owner().name(), list.list().slug()),
                invalid);
    }
}
