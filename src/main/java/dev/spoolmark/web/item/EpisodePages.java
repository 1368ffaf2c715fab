package dev.spoolmark.web.item;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeSummary;
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
import dev.spoolmark.web.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of an episode.
final class EpisodePages {

    private final ItemPageFeatures features;
    private final TrackedItems items;

    EpisodePages(ItemPageFeatures features) {
        this.features = features;
        this.items = new TrackedItems(features.catalog(), features.visibility());
    }

    void declare(PageRoutes routes) {
        routes.get(
                "/s/{slug}/{season}/{episode}", PageAccess.SIGNED_IN, request -> request.waiting(() -> show(request)));
    }

    private Response show(PageRequest request) {
        TrackedItem.OfEpisode item = items.episode(request);
        if (item.isMoved(request.variable("slug"))) {
            return request.moved(item.path());
        }
        ShowGuide guide = item.guide();
        EpisodeSummary episode = item.episode();
        Account account = request.account();
        ItemDetail detail = features.detail(account, episode.id(), guide.show().id());
        Episode full = features.catalog().episodes(List.of(episode.id())).get(episode.id());
        EpisodeOrder order = features.orders()
                .of(features.access().self(account), guide.show().id());
        boolean isCovered = new SpoilerRule(account, guide, order, detail).covers(episode);
        String name = isCovered
                ? ItemNames.number(request.text(), episode.season(), episode.number())
                : name(request.text(), episode);
        Layout layout = request.layout("item.title", ShowPages.title(guide.show()) + ": " + name);
        return request.page(
                "page/item/item",
                new ItemPage(
                        layout,
                        header(layout, guide.show(), episode, full, isCovered),
                        ItemMarks.of(
                                layout,
                                RatingView.of(
                                        layout,
                                        account.preferences().pages().ratingScale(),
                                        episode.id(),
                                        detail.score()),
                                features.ratings().totals(episode.id()),
                                detail,
                                true,
                                detail.collectedAt() != null),
                        watched(request, layout, guide, episode, detail, order),
                        List.of(),
                        order,
                        List.of(),
                        neighbors(request, layout, guide, episode, order),
                        List.of(),
                        null,
                        NoteView.of(features, request, NoteTarget.of(episode.id())),
                        CommentSection.of(features, request, episode.id())));
    }

    private static String name(Texts texts, EpisodeSummary episode) {
        return ItemNames.episode(texts, episode.season(), episode.number(), episode.title());
    }

    private static ItemHeader header(
            Layout layout, Show show, EpisodeSummary episode, @Nullable Episode full, boolean isCovered) {
        String overview = full == null ? null : full.facts().overview();
        String title = episode.title();
        return new ItemHeader(
                ItemFormKeys.of(episode.id()),
                "episode",
                isCovered
                        ? ItemNames.number(layout.text(), episode.season(), episode.number())
                        : name(layout.text(), episode),
                isCovered && title != null ? title : "",
                List.of(
                        new PageLink(layout.link(ItemLinks.show(show.slug())), ShowPages.title(show)),
                        new PageLink(
                                layout.link(ItemLinks.season(show.slug(), episode.season())),
                                ItemNames.season(layout.text(), episode.season()))),
                Posters.of(layout.links(), show),
                ItemFacts.of(layout, show, episode, full),
                List.of(),
                overview == null ? "" : overview,
                isCovered);
    }

    private WatchedBox watched(
            PageRequest request,
            Layout layout,
            ShowGuide guide,
            EpisodeSummary episode,
            ItemDetail detail,
            EpisodeOrder order) {
        Instant now = features.clock().instant();
        String key = ItemFormKeys.of(episode.id());
        int left = ShowPages.unwatched(EpisodeSelection.upTo(guide, episode, now, order), detail);
        List<ScopeChoice> choices = new ArrayList<>();
        choices.add(new ScopeChoice(key, "this", layout.t("item.mark.this"), 1));
        if (left > 1) {
            choices.add(new ScopeChoice(key, "up_to", layout.text().count("item.mark.up_to", left), left));
        }
        String when = EpisodeCells.when(layout, episode);
        return new WatchedBox(
                        key,
                        true,
                        !detail.plays().isEmpty(),
                        choices,
                        LocalDate.ofInstant(now, request.formats().zone()),
                        when.isEmpty() ? null : when,
                        PlayLine.of(layout, detail.plays()),
                        detail.plays().size() > PlayLine.MAX_LINES,
                        layout.link("/history?item=" + key))
                .withCompanions(features.companions(request.account()));
    }

    /// The episodes before and after this one that the viewer may see.
    private List<PageLink> neighbors(
            PageRequest request, Layout layout, ShowGuide guide, EpisodeSummary episode, EpisodeOrder order) {
        List<EpisodeSummary> all = order.sort(features.visibility().episodes(TrackedItems.viewer(request), guide));
        int at = all.indexOf(episode);
        List<PageLink> links = new ArrayList<>();
        if (at > 0) {
            links.add(link(layout, guide, all.get(at - 1), "item.episode.before"));
        }
        if (at >= 0 && at + 1 < all.size()) {
            links.add(link(layout, guide, all.get(at + 1), "item.episode.after"));
        }
        return links;
    }

    private static PageLink link(Layout layout, ShowGuide guide, EpisodeSummary to, String text) {
        String number = ItemNames.number(layout.text(), to.season(), to.number());
        return new PageLink(
                layout.link(ItemLinks.episode(guide.show().slug(), to.season(), to.number())), layout.t(text, number));
    }
}
