package dev.spoolmark.web.item;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.http.Response;
import dev.spoolmark.note.NoteTarget;
import dev.spoolmark.progress.ShowState;
import dev.spoolmark.userstate.EpisodeMark;
import dev.spoolmark.userstate.ItemDetail;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.item.WatchedBox.ScopeChoice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The page of a show with all its episodes.
final class ShowPages {

    private static final Comparator<Season> SPECIALS_LAST =
            Comparator.comparing((Season season) -> season.number() == 0).thenComparingInt(Season::number);

    private final ItemPageFeatures features;
    private final TrackedItems items;

    ShowPages(ItemPageFeatures features) {
        this.features = features;
        this.items = new TrackedItems(features.catalog(), features.visibility());
    }

    void declare(PageRoutes routes) {
        routes.get("/s/{slug}", PageAccess.SIGNED_IN, request -> request.waiting(() -> show(request)));
    }

    private Response show(PageRequest request) {
        TrackedItem.OfShow item = items.show(request);
        if (item.isMoved(request.variable("slug"))) {
            return request.moved(item.path());
        }
        ShowGuide guide = item.guide();
        Show show = guide.show();
        features.lookups().recordView(show.id());
        Account account = request.account();
        ItemDetail detail = features.detail(account, show.id(), show.id());
        Layout layout = request.layout("item.title", title(show));
        Instant now = features.clock().instant();
        List<EpisodeSummary> aired = EpisodeSelection.ofShow(guide, now);
        boolean isCollected = !aired.isEmpty()
                && aired.stream().allMatch(episode -> detail.mark(episode.id()).isCollected());
        return request.page(
                "page/item/item",
                new ItemPage(
                                layout,
                                header(layout, show),
                                ItemMarks.of(
                                        layout,
                                        RatingView.of(
                                                layout,
                                                account.preferences().pages().ratingScale(),
                                                show.id(),
                                                detail.score()),
                                        features.ratings().totals(show.id()),
                                        detail,
                                        true,
                                        isCollected),
                                watched(request, layout, guide, aired, detail, now),
                                seasons(request, layout, guide, detail, now),
                                List.of(),
                                List.of(),
                                CastLine.of(features, layout, show.id()),
                                layout.link(ItemLinks.show(show.slug()) + "/related"),
                                NoteView.of(features, request, NoteTarget.of(show.id())),
                                CommentSection.of(features, request, show.id()))
                        .with(box(request, layout, show, aired, detail)));
    }

    private ShowBox box(PageRequest request, Layout layout, Show show, List<EpisodeSummary> aired, ItemDetail detail) {
        ShowState state = features.following().upNext().state(features.access().self(request.account()), show.id());
        int left = unwatched(aired, detail);
        boolean isWatched = detail.episodes().values().stream().anyMatch(EpisodeMark::isWatched);
        return ShowBox.of(
                layout,
                ShowMenu.of(show.id(), show.title(), state, isWatched),
                state,
                aired.size() - left,
                aired.size());
    }

    static String title(Show show) {
        Integer year = show.year();
        return year == null ? show.title() : show.title() + " (" + year + ")";
    }

    private static ItemHeader header(Layout layout, Show show) {
        String overview = show.facts().overview();
        return new ItemHeader(
                ItemFormKeys.of(show.id()),
                "show",
                title(show),
                List.of(),
                Posters.of(layout.links(), show),
                ItemFacts.of(layout, show),
                SiteLinks.ofShow(show.ids()),
                overview == null ? "" : overview,
                false);
    }

    private static WatchedBox watched(
            PageRequest request,
            Layout layout,
            ShowGuide guide,
            List<EpisodeSummary> aired,
            ItemDetail detail,
            Instant now) {
        String key = ItemFormKeys.of(guide.show().id());
        int left = unwatched(aired, detail);
        return new WatchedBox(
                key,
                false,
                left == 0 && !aired.isEmpty(),
                left == 0
                        ? List.of()
                        : List.of(new ScopeChoice(key, "show", layout.text().count("item.mark.show", left), left)),
                LocalDate.ofInstant(now, request.formats().zone()),
                null,
                List.of(),
                false,
                layout.link("/history?item=" + key));
    }

    static int unwatched(List<EpisodeSummary> aired, ItemDetail detail) {
        return (int) aired.stream()
                .filter(episode -> !detail.mark(episode.id()).isWatched())
                .count();
    }

    /// The specials last.
    private List<SeasonView> seasons(
            PageRequest request, Layout layout, ShowGuide guide, ItemDetail detail, Instant now) {
        EpisodeCells cells = new EpisodeCells(layout, guide, detail, now);
        Map<Integer, List<EpisodeSummary>> episodes =
                features.visibility().episodes(TrackedItems.viewer(request), guide).stream()
                        .collect(Collectors.groupingBy(EpisodeSummary::season));
        List<Season> seasons = guide.seasons().stream()
                .filter(season -> !season.provisional() || episodes.containsKey(season.number()))
                .sorted(SPECIALS_LAST)
                .toList();
        return seasons.stream()
                .map(season -> cells.season(season, episodes.getOrDefault(season.number(), List.of())))
                .toList();
    }
}
