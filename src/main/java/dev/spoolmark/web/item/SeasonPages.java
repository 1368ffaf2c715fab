package dev.spoolmark.web.item;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.episodeorder.EpisodeOrder;
import dev.spoolmark.http.Response;
import dev.spoolmark.note.NoteTarget;
import dev.spoolmark.userstate.ItemDetail;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.item.ItemHeader.PageLink;
import dev.spoolmark.web.item.WatchedBox.ScopeChoice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The page of a season with a button for each episode.
final class SeasonPages {

    /// Episodes of one page.
    private static final int SIZE = 100;

    private final ItemPageFeatures features;
    private final TrackedItems items;

    SeasonPages(ItemPageFeatures features) {
        this.features = features;
        this.items = new TrackedItems(features.catalog(), features.visibility());
    }

    void declare(PageRoutes routes) {
        routes.get("/s/{slug}/{season}", PageAccess.SIGNED_IN, request -> request.waiting(() -> show(request)));
    }

    private Response show(PageRequest request) {
        TrackedItem.OfSeason item = items.season(request);
        if (item.isMoved(request.variable("slug"))) {
            return request.moved(item.path());
        }
        ShowGuide guide = item.guide();
        Season season = item.season();
        Account account = request.account();
        ItemDetail detail = features.detail(account, season.id(), guide.show().id());
        Layout layout = request.layout(
                "item.title", ShowPages.title(guide.show()) + ": " + ItemNames.season(request.text(), season.number()));
        Instant now = features.clock().instant();
        EpisodeOrder order = features.orders()
                .of(features.access().self(account), guide.show().id());
        List<EpisodeSummary> aired = EpisodeSelection.ofSeason(guide, season.number(), now);
        boolean isCollected = !aired.isEmpty()
                && aired.stream().allMatch(episode -> detail.mark(episode.id()).isCollected());
        List<EpisodeSummary> episodes =
                order.sort(features.visibility().episodes(TrackedItems.viewer(request), guide, season.number()));
        int first = first(request, episodes);
        SpoilerRule spoilers = new SpoilerRule(account, guide, order, detail);
        EpisodeCells cells = new EpisodeCells(layout, guide, detail, now, order, spoilers);
        return request.page(
                "page/item/item",
                new ItemPage(
                        layout,
                        header(layout, guide.show(), season),
                        ItemMarks.of(
                                layout,
                                RatingView.of(
                                        layout,
                                        account.preferences().pages().ratingScale(),
                                        season.id(),
                                        detail.score()),
                                features.ratings().totals(season.id()),
                                detail,
                                false,
                                isCollected),
                        watched(request, layout, season, aired, detail, now)
                                .withCompanions(features.companions(account)),
                        List.of(),
                        order,
                        episodes.subList(first, Math.min(first + SIZE, episodes.size())).stream()
                                .map(cells::cell)
                                .toList(),
                        neighbors(request, layout, guide, season, episodes, first),
                        List.of(),
                        null,
                        NoteView.of(features, request, NoteTarget.of(season.id())),
                        null));
    }

    /// The position of the first episode from the number in the query on.
    private static int first(PageRequest request, List<EpisodeSummary> episodes) {
        int from = request.query("from").flatMap(ItemFormKeys::number).orElse(0);
        int first = 0;
        while (first < episodes.size() && episodes.get(first).number() != from) {
            first++;
        }
        return first == episodes.size() ? following(episodes, from) : first;
    }

    /// The position of the first episode after a number that the season does not have.
    private static int following(List<EpisodeSummary> episodes, int number) {
        int first = 0;
        while (first < episodes.size() && episodes.get(first).number() < number) {
            first++;
        }
        return first;
    }

    private static ItemHeader header(Layout layout, Show show, Season season) {
        return new ItemHeader(
                ItemFormKeys.of(season.id()),
                "season",
                ItemNames.season(layout.text(), season.number()),
                "",
                List.of(new PageLink(layout.link(ItemLinks.show(show.slug())), ShowPages.title(show))),
                Posters.of(layout.links(), show),
                List.of(),
                List.of(),
                "",
                false);
    }

    private static WatchedBox watched(
            PageRequest request,
            Layout layout,
            Season season,
            List<EpisodeSummary> aired,
            ItemDetail detail,
            Instant now) {
        String key = ItemFormKeys.of(season.id());
        int left = ShowPages.unwatched(aired, detail);
        return new WatchedBox(
                key,
                false,
                left == 0 && !aired.isEmpty(),
                left == 0
                        ? List.of()
                        : List.of(new ScopeChoice(key, "season", layout.text().count("item.mark.season", left), left)),
                LocalDate.ofInstant(now, request.formats().zone()),
                null,
                List.of(),
                false,
                layout.link("/history?item=" + key));
    }

    /// The other pages of this season, and the seasons before and after it that the viewer may see.
    private List<PageLink> neighbors(
            PageRequest request,
            Layout layout,
            ShowGuide guide,
            Season season,
            List<EpisodeSummary> episodes,
            int first) {
        String slug = guide.show().slug();
        String address = layout.link(ItemLinks.season(slug, season.number()));
        List<PageLink> links = new ArrayList<>();
        if (first > 0) {
            int before = episodes.get(Math.max(0, first - SIZE)).number();
            links.add(new PageLink(address + "?from=" + before, layout.t("item.episodes.before")));
        }
        if (first + SIZE < episodes.size()) {
            int after = episodes.get(first + SIZE).number();
            links.add(new PageLink(address + "?from=" + after, layout.t("item.episodes.after")));
        }
        features.visibility().seasons(TrackedItems.viewer(request), guide).stream()
                .map(Season::number)
                .filter(number -> Math.abs(number - season.number()) == 1)
                .map(number -> new PageLink(
                        layout.link(ItemLinks.season(slug, number)), ItemNames.season(layout.text(), number)))
                .forEach(links::add);
        return links;
    }
}
