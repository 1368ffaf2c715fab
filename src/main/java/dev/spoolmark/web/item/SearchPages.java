package dev.spoolmark.web.item;

import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.http.Response;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.userstate.UserItemPage;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.item.ItemHeader.PageLink;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Search in the own catalog. An id or address of an unknown item is looked up at the sources.
public final class SearchPages {

    private static final int LONGEST = 200;

    private final ItemPageFeatures features;

    SearchPages(ItemPageFeatures features) {
        this.features = features;
    }

    /// @param text what was searched for; empty before the first search
    /// @param summary the number of results in words; empty before the first search
    public record SearchPage(
            Layout layout,
            String text,
            String summary,
            List<ItemCard> movies,
            List<ItemCard> shows,
            List<PageLink> people) {

        public SearchPage {
            movies = List.copyOf(movies);
            shows = List.copyOf(shows);
            people = List.copyOf(people);
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
        Optional<String> shared = request.query("q").isPresent() ? Optional.empty() : SharedText.of(request);
        return request.waiting(() -> shared.isPresent() ? shared(request, shared.get()) : search(request));
    }

    /// What another application has shared: the page of the item, or a search.
    private Response shared(PageRequest request, String text) {
        String shown = shortened(text);
        SearchHits hits = SearchHits.find(features, Viewer.of(request.account()), shown, true);
        List<MediaId> all = Stream.<MediaId>concat(hits.movies().stream(), hits.shows().stream())
                .toList();
        List<ItemSummary> items = hits.isReferenced() ? items(hits, all) : List.of();
        return request.redirect(
                items.size() == 1
                        ? ItemLinks.of(items.getFirst())
                        : "/find?q=" + URLEncoder.encode(shown, StandardCharsets.UTF_8));
    }

    private Response search(PageRequest request) {
        String text = text(request);
        Layout layout = text.isEmpty() ? request.layout("search.title") : request.layout("search.title_of", text);
        boolean isComplete = request.query("typing").isEmpty();
        SearchHits hits = text.isEmpty()
                ? SearchHits.NONE
                : SearchHits.find(features, Viewer.of(request.account()), text, isComplete);
        List<MediaId> all = Stream.<MediaId>concat(hits.movies().stream(), hits.shows().stream())
                .toList();
        List<ItemSummary> items = items(hits, all);
        UserItemPage states = features.states().withEpisodes(features.access().self(request.account()), all, List.of());
        int count = items.size() + hits.people().size();
        return request.page(
                "page/item/search",
                new SearchPage(
                        layout,
                        text,
                        text.isEmpty() ? "" : summary(layout, count),
                        cards(layout, items, Kind.MOVIE, states),
                        cards(layout, items, Kind.SHOW, states),
                        hits.people().stream()
                                .map(person ->
                                        new PageLink(layout.link(ItemLinks.person(person.slug())), person.name()))
                                .toList()));
    }

    private static String summary(Layout layout, int count) {
        return count == 0 ? layout.t("search.none") : layout.text().count("search.count", count);
    }

    private List<ItemSummary> items(SearchHits hits, List<MediaId> all) {
        Map<MediaId, ItemSummary> summaries = features.catalog().summaries(all);
        return all.stream()
                .flatMap(id -> Stream.ofNullable(summaries.get(id)))
                .filter(item -> hits.isReferenced() || !item.provisional())
                .toList();
    }

    private static String text(PageRequest request) {
        return shortened(request.query("q").orElse("").strip());
    }

    private static String shortened(String sent) {
        return sent.codePointCount(0, sent.length()) <= LONGEST
                ? sent
                : sent.substring(0, sent.offsetByCodePoints(0, LONGEST));
    }

    private static List<ItemCard> cards(Layout layout, List<ItemSummary> items, Kind kind, UserItemPage states) {
        return items.stream()
                .filter(item -> item.kind() == kind)
                .map(item -> ItemCard.of(layout, item).withState(states.of(item.id())))
                .toList();
    }
}
