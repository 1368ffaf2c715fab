package dev.spoolmark.web.library;

import dev.spoolmark.activity.ItemOrder;
import dev.spoolmark.activity.ItemPosition;
import dev.spoolmark.activity.ListedItem;
import dev.spoolmark.activity.ListedItemPage;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.http.Response;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.form.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The watchlist or the collection of the user: sorted, limited to a kind, and the removal of selected items.
public final class OwnItemsPages {

    private static final String TEMPLATE = "page/library/items";
    private static final int PAGE_SIZE = 60;

    private final OwnItems items;
    private final ProfileAccess access;
    private final ItemLines lines;
    private final String path;

    OwnItemsPages(OwnItems items, ProfileAccess access, ItemLines lines) {
        this.items = items;
        this.access = access;
        this.lines = lines;
        this.path = "/" + items.name();
    }

    /// @param line null if the item is no longer in the catalog
    /// @param added day on which it was added
    /// @param episodes number of collected episodes of a show; empty for other items
    public record OwnItemRow(MediaId item, @Nullable ItemLine line, String added, String episodes) {

        /// Identifies the item in the form.
        public String key() {
            return ItemKeys.text(item);
        }

        /// For labels.
        public String name(Layout layout) {
            return line == null ? layout.t("library.unknown_item") : line.fullTitle(layout);
        }
    }

    /// @param name `watchlist` or `collection`
    /// @param form the state of the page
    /// @param current address of this page
    /// @param first address of the first page, or null on it
    /// @param next address of the next page, or null
    public record OwnItemsPage(
            Layout layout,
            String name,
            Form form,
            List<Choice> kinds,
            List<Choice> sorts,
            List<OwnItemRow> rows,
            String current,
            @Nullable String first,
            @Nullable String next) {

        public OwnItemsPage {
            kinds = List.copyOf(kinds);
            sorts = List.copyOf(sorts);
            rows = List.copyOf(rows);
        }
    }

    void declare(PageRoutes routes) {
        routes.get(path, PageAccess.SIGNED_IN, this::show).post(path + "/remove", PageAccess.SIGNED_IN, this::remove);
    }

    private Response show(PageRequest request) {
        OwnItemsQuery query = OwnItemsQuery.read(request, path, items.kinds());
        if (query.form().hasErrors()) {
            return request.invalid(TEMPLATE, page(request, query, List.of(), null));
        }
        return request.waiting(() -> {
            ListedItemPage found =
                    items.page(access.self(request.account()), query.kind(), query.order(), query.after(), PAGE_SIZE);
            String next = found.next()
                    .map(ItemPosition::address)
                    .map(position -> query.address().with("after", position).text())
                    .orElse(null);
            return request.page(TEMPLATE, page(request, query, rows(request, found.items()), next));
        });
    }

    private Response remove(PageRequest request) {
        List<String> only = request.form().all("only");
        List<MediaId> chosen = ItemKeys.parse(only.isEmpty() ? request.form().all("item") : only);
        int removed = request.waiting(() -> items.remove(request.account().id(), chosen));
        return request.redirect(
                PageAddress.back(request, path),
                removed == 0 ? "warn_nothing_selected" : items.name() + "_items_removed");
    }

    private OwnItemsPage page(PageRequest request, OwnItemsQuery query, List<OwnItemRow> rows, @Nullable String next) {
        return new OwnItemsPage(
                request.layout("library." + items.name() + ".title"),
                items.name(),
                query.form(),
                kinds(request),
                Choice.of(ItemOrder.class, request.text(), "library.sort."),
                rows,
                query.current().text(),
                query.after().isPresent() ? query.address().text() : null,
                next);
    }

    private List<OwnItemRow> rows(PageRequest request, List<ListedItem> found) {
        Map<MediaId, ItemLine> byItem =
                lines.of(request, found.stream().map(ListedItem::item).toList());
        return found.stream()
                .map(listed -> new OwnItemRow(
                        listed.item(),
                        byItem.get(listed.item()),
                        request.formats().date(listed.since()),
                        items instanceof OwnItems.OfCollection && listed.item().kind() == Kind.SHOW
                                ? request.text().count("library.collection.episodes", listed.count())
                                : ""))
                .toList();
    }

    private List<Choice> kinds(PageRequest request) {
        List<Choice> kinds = new ArrayList<>();
        kinds.add(new Choice("", request.text().get("library.kind.all")));
        items.kinds()
                .forEach(kind ->
                        kinds.add(new Choice(kind.key(), request.text().get("library.kind." + kind.key() + "s"))));
        return kinds;
    }
}
