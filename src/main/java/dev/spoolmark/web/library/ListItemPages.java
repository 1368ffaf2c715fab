package dev.spoolmark.web.library;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.http.Response;
import dev.spoolmark.lists.ListEntry;
import dev.spoolmark.lists.ListEntryPage;
import dev.spoolmark.lists.ListPosition;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.lists.UserList;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One list with its items. Provisional items are shown to the owner alone.
public final class ListItemPages {

    static final String PATH = "/u/{user}/lists/{list}";
    private static final String TEMPLATE = "page/library/list";
    private static final int PAGE_SIZE = 50;

    private final Lists lists;
    private final ListAccess found;
    private final ItemLines lines;

    ListItemPages(Lists lists, ListAccess found, ItemLines lines) {
        this.lists = lists;
        this.found = found;
        this.lines = lines;
    }

    /// @param number in the list, from 1
    /// @param line null if the item is no longer in the catalog
    /// @param note of the owner; empty if there is none
    public record ListItemRow(
            int number, MediaId item, @Nullable ItemLine line, String note) {

        /// Identifies the item in the form.
        public String key() {
            return ItemKeys.text(item);
        }

        /// For labels.
        public String name(Layout layout) {
            return line == null ? layout.t("library.unknown_item") : line.fullTitle(layout);
        }
    }

    /// @param own whether the viewer may change the list
    /// @param path of the list, below the base path
    /// @param items number of all items
    /// @param targets the other lists of the owner, where the owner is the viewer
    /// @param invalid whether the position in the address is none
    /// @param current address of this page
    /// @param next address of the next page, or null
    public record ListPage(
            Layout layout,
            UserList list,
            String owner,
            boolean own,
            String path,
            int items,
            List<ListItemRow> rows,
            List<Choice> targets,
            boolean invalid,
            String current,
            @Nullable String next) {

        public ListPage {
            rows = List.copyOf(rows);
            targets = List.copyOf(targets);
        }
    }

    void declare(PageRoutes routes) {
        routes.get(PATH, PageAccess.PUBLIC, this::show);
    }

    private Response show(PageRequest request) {
        return request.waiting(() -> {
            ListAccess.Found list = found.visible(request);
            Optional<String> sent = request.query("after");
            Optional<ListPosition> after = sent.flatMap(ListPosition::parse);
            ListPage page = page(request, list, after, sent.isPresent() && after.isEmpty());
            return page.invalid() ? request.invalid(TEMPLATE, page) : request.page(TEMPLATE, page);
        });
    }

    private ListPage page(PageRequest request, ListAccess.Found list, Optional<ListPosition> after, boolean invalid) {
        ListEntryPage entries = lists.page(list.list(), after, PAGE_SIZE);
        int items = lists.counts(list.list().owner(), List.of(list.list()))
                .getOrDefault(list.list().id(), 0);
        PageAddress address = new PageAddress(list.path());
        return new ListPage(
                request.layout("library.list.title", list.list().name()),
                list.list(),
                list.owner().name(),
                list.own(),
                list.path(),
                items,
                rows(request, list.own(), entries),
                list.own() ? targets(request, list) : List.of(),
                invalid,
                address.with("after", after.map(ListPosition::text).orElse(null))
                        .text(),
                entries.next()
                        .map(position -> address.with("after", position.text()).text())
                        .orElse(null));
    }

    private List<Choice> targets(PageRequest request, ListAccess.Found list) {
        return lists.of(found.profile(request), ListAccess.viewer(request)).stream()
                .filter(other -> !other.id().equals(list.list().id()))
                .map(other -> new Choice(other.slug(), other.name()))
                .toList();
    }

    private List<ListItemRow> rows(PageRequest request, boolean own, ListEntryPage page) {
        Map<MediaId, ItemLine> byItem =
                lines.of(request, page.entries().stream().map(ListEntry::item).toList());
        List<ListItemRow> rows = new ArrayList<>();
        int number = page.first();
        for (ListEntry entry : page.entries()) {
            ItemLine line = byItem.get(entry.item());
            if (own || (line != null && !line.item().provisional())) {
                rows.add(new ListItemRow(number, entry.item(), line, Objects.requireNonNullElse(entry.note(), "")));
            }
            number++;
        }
        return rows;
    }
}
