package dev.spoolmark.web.item;

import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.episodeorder.EpisodeOrder;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Form;
import java.util.Arrays;

/// The form that chooses the order of the episodes of a show.
final class OrderActions {

    private final ItemPageFeatures features;
    private final TrackedItems items;

    OrderActions(ItemPageFeatures features) {
        this.features = features;
        this.items = new TrackedItems(features.catalog(), features.visibility());
    }

    void declare(PageRoutes routes) {
        routes.post("/track/order", PageAccess.SIGNED_IN, request -> request.waiting(() -> choose(request)));
    }

    private Response choose(PageRequest request) {
        if (!(items.ofForm(request).id() instanceof ShowId show)) {
            throw TrackedItems.notFound();
        }
        String sent = request.form().text("order");
        EpisodeOrder order = Arrays.stream(EpisodeOrder.values())
                .filter(value -> Form.key(value).equals(sent))
                .findFirst()
                .orElseThrow(TrackedItems::notFound);
        features.orders().choose(request.account().id(), show, order);
        return ReturnPath.withNotice(request, "order_saved");
    }
}
