package dev.spoolmark.web.item;

import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.source.SourceMatches;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Search in the own catalog, and on demand at the sources. An id or address of an unknown item is looked up
/// there.
public final class SearchPages {

    private static final int LONGEST = 200;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}+");

    private final ItemPageFeatures features;
    private final SourceTitles sourceTitles;

    SearchPages(ItemPageFeatures features) {
        this.features = features;
        this.sourceTitles = new SourceTitles(features);
    }

    /// @param text what was searched for; empty before the first search
    /// @param summary the number of results in words; empty before the first search
    /// @param sources the titles at the sources; null before the first search, and without sources
    public record SearchPage(
            Layout layout,
            String text,
            String summary,
            List<ItemCard> movies,
            List<ItemCard> shows,
            List<PageLink> people,
            List<PageLink> users,
            List<ListLink> lists,
            @Nullable SourceTitleView sources) {

        public SearchPage {
            movies = List.copyOf(movies);
            shows = List.copyOf(shows);
            people = List.copyOf(people);
            users = List.copyOf(users);
            lists = List.copyOf(lists);
        }
    }

    /// A list of a user.
    ///
    /// @param address with the base path
    /// @param owner user name
    public record ListLink(String address, String name, String owner) {}

    /// The part of a page about the sources.
    @FunctionalInterface
    private interface SourceView {

        @Nullable
        SourceTitleView of(Layout layout);
    }

    void declare(PageRoutes routes) {
        routes.get("/find", PageAccess.SIGNED_IN, this::own)
                .get("/find/sources", PageAccess.SIGNED_IN, this::withSources)
                .post("/find/add", PageAccess.SIGNED_IN, sourceTitles::add);
    }

    private Response own(PageRequest request) {
        return afterIndex(request, layout -> sourceTitles.offered(layout, text(request)));
    }

    /// The sources are asked first, without holding a permit or a connection of the database.
    private Response withSources(PageRequest request) {
        SourceMatches found = sourceTitles.search(request, text(request));
        return afterIndex(request, layout -> sourceTitles.found(request, layout, text(request), found));
    }

    /// An index that is being opened is waited for, without the limit of a query.
    private Response afterIndex(PageRequest request, SourceView sources) {
        if (features.search().mayBeReadySoon()) {
            request.http().runBlocking(() -> {
                features.search().awaitIndex();
                return true;
            });
        }
        Optional<String> shared = request.query("q").isPresent() ? Optional.empty() : SharedText.of(request);
        return request.waiting(() -> shared.isPresent() ? shared(request, shared.get()) : search(request, sources));
    }

    /// What another application has shared: the page of the item, or a search.
    private Response shared(PageRequest request, String text) {
        String shown = shortened(text);
        SearchHits hits = find(request, shown, true);
        List<MediaId> all = Stream.<MediaId>concat(hits.movies().stream(), hits.shows().stream())
                .toList();
        List<ItemSummary> items = hits.isReferenced() ? items(hits, all) : List.of();
        return request.redirect(
                items.size() == 1
                        ? ItemLinks.of(items.getFirst())
                        : "/find?q=" + URLEncoder.encode(shown, StandardCharsets.UTF_8));
    }

    private Response search(PageRequest request, SourceView sources) {
        String text = text(request);
        Layout layout = text.isEmpty() ? request.layout("search.title") : request.layout("search.title_of", text);
        boolean isComplete = request.query("typing").isEmpty();
        SearchHits hits = text.isEmpty() ? SearchHits.NONE : find(request, text, isComplete);
        List<MediaId> all = Stream.<MediaId>concat(hits.movies().stream(), hits.shows().stream())
                .toList();
        List<ItemSummary> items = items(hits, all);
        UserItemPage states = features.states().withEpisodes(features.access().self(request.account()), all, List.of());
        CommunityHits community = hits.community();
        int count = items.size()
                + hits.people().size()
                + community.users().size()
                + community.lists().size();
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
                                .toList(),
                        community.users().stream()
                                .map(user -> new PageLink(layout.link("/u/" + user.name()), user.name()))
                                .toList(),
                        community.lists().stream()
                                .map(list -> new ListLink(
                                        layout.link("/u/" + list.owner() + "/lists/" + list.slug()),
                                        list.name(),
                                        list.owner()))
                                .toList(),
                        sources.of(layout)));
    }

    /// A text with more words than a search may have finds nothing.
    private SearchHits find(PageRequest request, String text, boolean isComplete) {
        try {
            return SearchHits.find(features, Viewer.of(request.account()), text, isComplete);
        } catch (ProblemException rejected) {
            if (rejected.problem() instanceof Problem.Invalid) {
                return SearchHits.NONE;
            }
            throw rejected;
        }
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
        return shortened(
                CONTROL.matcher(request.query("q").orElse("")).replaceAll(" ").strip());
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
