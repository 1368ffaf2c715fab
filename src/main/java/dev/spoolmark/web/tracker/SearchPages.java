package dev.spoolmark.web.tracker;

import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.http.Response;
import dev.spoolmark.userstate.UserItemPage;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Search in the own catalog. Provisional items are not found, as everywhere.
public final class SearchPages {

    private static final int RESULTS = 20;
    private static final int LONGEST = 200;

    private final TrackerFeatures features;

    SearchPages(TrackerFeatures features) {
        this.features = features;
    }

    /// @param text what was searched for; empty before the first search
    public record SearchPage(Layout layout, String text, List<ItemCard> movies, List<ItemCard> shows) {

        public SearchPage {
            movies = List.copyOf(movies);
            shows = List.copyOf(shows);
        }

        public boolean isEmpty() {
            return movies.isEmpty() && shows.isEmpty();
        }
    }

    void declare(PageRoutes routes) {
        routes.get("/find", PageAccess.SIGNED_IN, this::afterIndex);
    }

    /// An index that is being opened is waited for, without the limit of a query.
    private Response afterIndex(PageRequest request) {
        if (features.search().mayBeReadySoon()) {
            request.http().runBlocking(() -> {
                features.search().awaitIndex();
                return true;
            });
        }
        return request.waiting(() -> search(request));
    }

    private Response search(PageRequest request) {
        String text = text(request);
        Layout layout = text.isEmpty() ? request.layout("search.title") : request.layout("search.title_of", text);
        List<MediaId> movies = new ArrayList<>();
        List<MediaId> shows = new ArrayList<>();
        if (!text.isEmpty()) {
            movies.addAll(features.search().movies(text, RESULTS));
            shows.addAll(features.search().shows(text, RESULTS));
        }
        List<MediaId> all = Stream.concat(movies.stream(), shows.stream()).toList();
        Map<MediaId, ItemSummary> summaries = features.catalog().summaries(all);
        UserItemPage states = features.states().withEpisodes(features.access().self(request.account()), all, List.of());
        return request.page(
                "page/tracker/search",
                new SearchPage(
                        layout,
                        text,
                        cards(layout, movies, summaries, states),
                        cards(layout, shows, summaries, states)));
    }

    private static String text(PageRequest request) {
        String sent = request.query("q").orElse("").strip();
        return sent.codePointCount(0, sent.length()) <= LONGEST
                ? sent
                : sent.substring(0, sent.offsetByCodePoints(0, LONGEST));
    }

    private static List<ItemCard> cards(
            Layout layout, List<MediaId> ids, Map<MediaId, ItemSummary> summaries, UserItemPage states) {
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(summaries.get(id)))
                .filter(item -> !item.provisional())
                .map(item -> ItemCard.of(layout, item).withState(states.of(item.id())))
                .toList();
    }
}
