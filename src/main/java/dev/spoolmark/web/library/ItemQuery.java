package dev.spoolmark.web.library;

import dev.spoolmark.activity.ItemOrder;
import dev.spoolmark.activity.ItemPosition;
import dev.spoolmark.activity.ItemSelection;
import dev.spoolmark.activity.WatchedFilter;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.core.TitleFolding;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.form.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The filter, the order and the position of a page of items in its address: `kind`, `genre`, `watched`, `title`,
/// `sort`, and `after`, where the page begins.
///
/// @param form the state as it was sent, with its errors
/// @param after where the page before ended
/// @param standard the order of an address without one; null if each address has one
record ItemQuery(
        String path,
        Form form,
        ItemSelection selection,
        Optional<ItemPosition> after,
        @Nullable ItemOrder standard) {

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_GENRE = 60;

    /// @param offered what the page can be limited to and ordered by; the first order is the standard
    static ItemQuery read(PageRequest request, String path, Offered offered) {
        ItemOrder standard = offered.orders().getFirst();
        Map<String, String> values = new HashMap<>();
        for (String name : List.of("kind", "genre", "title")) {
            values.put(name, request.query(name).map(String::strip).orElse(""));
        }
        values.put("sort", request.query("sort").orElse(Form.key(standard)));
        values.put("watched", request.query("watched").orElse(Form.key(WatchedFilter.ALL)));
        Form form = Form.of(request.text(), values);
        Kind kind = kind(form, offered.kinds());
        ItemOrder order = form.choice("sort", ItemOrder.class);
        if (order != null && !offered.orders().contains(order)) {
            form.error("sort", "form.choice");
        }
        WatchedFilter watched = form.choice("watched", WatchedFilter.class);
        if (watched != WatchedFilter.ALL && !offered.watched()) {
            form.error("watched", "form.choice");
        }
        String genre = form.limited("genre", LONGEST_GENRE);
        String title = TitleFolding.fold(form.limited("title", LONGEST_TITLE));
        Optional<ItemPosition> after = request.query("after").flatMap(ItemPosition::parse);
        if (request.query("after").isPresent() && after.isEmpty()) {
            form.error("after", "library.position.invalid");
        }
        ItemSelection selection = new ItemSelection(
                kind,
                Objects.requireNonNullElse(watched, WatchedFilter.ALL),
                genre.isEmpty() ? null : genre,
                title,
                offered.confirmed(),
                Objects.requireNonNullElse(order, standard));
        return new ItemQuery(path, form, selection, after, offered.saved() ? null : standard);
    }

    private static @Nullable Kind kind(Form form, List<Kind> kinds) {
        String sent = form.text("kind");
        Kind kind = kinds.stream()
                .filter(offered -> offered.key().equals(sent))
                .findFirst()
                .orElse(null);
        if (kind == null && !sent.isEmpty()) {
            form.error("kind", "form.choice");
        }
        return kind;
    }

    /// What a page can be limited to and ordered by.
    ///
    /// @param watched whether it knows what the user has watched
    /// @param confirmed whether provisional items are left out
    /// @param saved whether the filter is saved, so that addresses always have the order
    record Offered(List<Kind> kinds, List<ItemOrder> orders, boolean watched, boolean confirmed, boolean saved) {

        Offered {
            kinds = List.copyOf(kinds);
            orders = List.copyOf(orders);
        }
    }

    /// The address of the first page.
    PageAddress address() {
        return filter(new PageAddress(path));
    }

    /// The address of this page.
    PageAddress current() {
        return address().with("after", after.map(ItemPosition::address).orElse(null));
    }

    /// The address of the form below the page, with the filter.
    PageAddress forms() {
        return filter(new PageAddress(path + "/items"));
    }

    /// Whether some items are left out.
    boolean isFiltered() {
        return selection.kind() != null
                || selection.genre() != null
                || !selection.title().isEmpty()
                || selection.watched() != WatchedFilter.ALL;
    }

    private PageAddress filter(PageAddress address) {
        return address.with("kind", form.text("kind"))
                .with("genre", form.text("genre"))
                .with("watched", selection.watched() == WatchedFilter.ALL ? null : Form.key(selection.watched()))
                .with("title", form.text("title"))
                .with("sort", selection.order() == standard ? null : Form.key(selection.order()));
    }
}
