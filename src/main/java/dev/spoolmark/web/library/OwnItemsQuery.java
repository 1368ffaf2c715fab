package dev.spoolmark.web.library;

import dev.spoolmark.activity.ItemOrder;
import dev.spoolmark.activity.ItemPosition;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.form.Form;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The state of the watchlist or collection in its address: `kind`, `sort`, and `after`, where the page begins.
///
/// @param form the state as it was sent, with its errors
/// @param kind null for all
record OwnItemsQuery(String path, Form form, @Nullable Kind kind, ItemOrder order, Optional<ItemPosition> after) {

    static OwnItemsQuery read(PageRequest request, String path, List<Kind> kinds) {
        Form form = Form.of(
                request.text(),
                Map.of(
                        "kind", request.query("kind").orElse(""),
                        "sort", request.query("sort").orElse(Form.key(ItemOrder.ADDED))));
        String sent = form.text("kind");
        Kind kind = kinds.stream()
                .filter(offered -> offered.key().equals(sent))
                .findFirst()
                .orElse(null);
        if (kind == null && !sent.isEmpty()) {
            form.error("kind", "form.choice");
        }
        ItemOrder order = form.choice("sort", ItemOrder.class);
        Optional<ItemPosition> after = request.query("after").flatMap(ItemPosition::parse);
        if (request.query("after").isPresent() && after.isEmpty()) {
            form.error("after", "library.position.invalid");
        }
        return new OwnItemsQuery(path, form, kind, Objects.requireNonNullElse(order, ItemOrder.ADDED), after);
    }

    /// The address of the first page.
    PageAddress address() {
        return new PageAddress(path)
                .with("kind", kind == null ? null : kind.key())
                .with("sort", order == ItemOrder.ADDED ? null : Form.key(order));
    }

    /// The address of this page.
    PageAddress current() {
        return address().with("after", after.map(ItemPosition::address).orElse(null));
    }
}
