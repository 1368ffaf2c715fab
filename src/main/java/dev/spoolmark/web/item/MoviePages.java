package dev.spoolmark.web.item;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.episodeorder.EpisodeOrder;
import dev.spoolmark.http.Response;
import dev.spoolmark.note.NoteTarget;
import dev.spoolmark.userstate.ItemDetail;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.item.WatchedBox.ScopeChoice;
import java.time.LocalDate;
import java.util.List;

/// The page of a movie.
final class MoviePages {

    private final ItemPageFeatures features;
    private final TrackedItems items;

    MoviePages(ItemPageFeatures features) {
        this.features = features;
        this.items = new TrackedItems(features.catalog(), features.visibility());
    }

    void declare(PageRoutes routes) {
        routes.get("/m/{slug}", PageAccess.SIGNED_IN, request -> request.waiting(() -> show(request)));
    }

    private Response show(PageRequest request) {
        TrackedItem.OfMovie item = items.movie(request);
        if (item.isMoved(request.variable("slug"))) {
            return request.moved(item.path());
        }
        Movie movie = item.movie();
        features.lookups().recordView(movie.id());
        Account account = request.account();
        ItemDetail detail = features.detail(account, movie.id(), null);
        Layout layout = request.layout("item.title", title(movie));
        return request.page(
                "page/item/item",
                new ItemPage(
                        layout,
                        header(layout, movie),
                        ItemMarks.of(
                                layout,
                                RatingView.of(
                                        layout,
                                        account.preferences().pages().ratingScale(),
                                        movie.id(),
                                        detail.score()),
                                features.ratings().totals(movie.id()),
                                detail,
                                true,
                                detail.collectedAt() != null),
                        watched(request, layout, movie, detail),
                        List.of(),
                        EpisodeOrder.NUMBER,
                        List.of(),
                        List.of(),
                        CastLine.of(features, layout, movie.id()),
                        layout.link(ItemLinks.movie(movie.slug()) + "/related"),
                        NoteView.of(features, request, NoteTarget.of(movie.id())),
                        CommentSection.of(features, request, movie.id())));
    }

    private static String title(Movie movie) {
        Integer year = movie.year();
        return year == null ? movie.title() : movie.title() + " (" + year + ")";
    }

    private static ItemHeader header(Layout layout, Movie movie) {
        String overview = movie.facts().overview();
        return new ItemHeader(
                ItemFormKeys.of(movie.id()),
                "movie",
                title(movie),
                "",
                List.of(),
                Posters.of(layout.links(), movie),
                ItemFacts.of(layout, movie),
                SiteLinks.ofMovie(movie.ids()),
                overview == null ? "" : overview,
                false);
    }

    private WatchedBox watched(PageRequest request, Layout layout, Movie movie, ItemDetail detail) {
        String key = ItemFormKeys.of(movie.id());
        LocalDate released = movie.facts().released();
        return new WatchedBox(
                        key,
                        true,
                        !detail.plays().isEmpty(),
                        List.of(new ScopeChoice(key, "this", layout.t("item.mark.this"), 1)),
                        LocalDate.ofInstant(
                                features.clock().instant(), request.formats().zone()),
                        released == null ? null : layout.formats().date(released),
                        PlayLine.of(layout, detail.plays()),
                        detail.plays().size() > PlayLine.MAX_LINES,
                        layout.link("/history?item=" + key))
                .withCompanions(features.companions(request.account()));
    }
}
