package dev.spoolmark.web.item;

import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.http.Response;
import dev.spoolmark.recommendation.RelatedCache;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Movies like a movie, and shows like a show. They are a page of their own, since their computation takes as long as
/// all the rest of the page about the item.
public final class RelatedPages {

    private final ItemPageFeatures features;
    private final TrackedItems items;
    private final RelatedCache related;

    RelatedPages(ItemPageFeatures features) {
        this.features = features;
        this.related = new RelatedCache(features.related(), features.clock());
        this.items = new TrackedItems(features.catalog(), features.visibility());
    }

    /// @param back address of the item, with the base path
    /// @param name of the item
    public record RelatedPage(Layout layout, String back, String name, List<ItemCard> items) {

        public RelatedPage {
            items = List.copyOf(items);
        }
    }

    void declare(PageRoutes routes) {
        routes.get("/m/{slug}/related", PageAccess.SIGNED_IN, request -> request.waiting(() -> movies(request)))
                .get("/s/{slug}/related", PageAccess.SIGNED_IN, request -> request.waiting(() -> shows(request)));
    }

    private Response movies(PageRequest request) {
        Movie movie = items.movie(request).movie();
        return page(request, ItemLinks.movie(movie.slug()), movie.title(), related.movies(movie.id()));
    }

    private Response shows(PageRequest request) {
        Show show = items.show(request).guide().show();
        return page(request, ItemLinks.show(show.slug()), show.title(), related.shows(show.id()));
    }

    private Response page(PageRequest request, String back, String name, List<? extends MediaId> related) {
        Map<MediaId, ItemSummary> summaries = features.catalog().summaries(related);
        Layout layout = request.layout("related.title", name);
        List<ItemCard> cards = related.stream()
                .flatMap(id -> Stream.ofNullable(summaries.get(id)))
                .filter(item -> !item.provisional())
                .map(item -> ItemCard.of(layout, item))
                .toList();
        return request.page("page/item/related", new RelatedPage(layout, layout.link(back), name, cards));
    }
}
