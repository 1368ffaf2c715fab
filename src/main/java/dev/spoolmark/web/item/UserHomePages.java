package dev.spoolmark.web.item;

import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.home.FriendPlay;
import dev.spoolmark.home.HomeContent;
import dev.spoolmark.home.HomeItem;
import dev.spoolmark.home.NextEpisode;
import dev.spoolmark.home.ShuffleSeed;
import dev.spoolmark.home.UpcomingEpisode;
import dev.spoolmark.http.Response;
import dev.spoolmark.progress.UpNextShow;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.form.PlayTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The first page of a user who has signed in.
///
/// The member `shuffle` of the query is the seed of the order of the next episodes; any other value is ignored.
public final class UserHomePages {

    private final ItemPageFeatures features;

    UserHomePages(ItemPageFeatures features) {
        this.features = features;
    }

    /// @param playerAddress where players reach the server
    /// @param sections those that have items
    /// @param friends what friends have watched
    /// @param shuffle address of this page with another order of the next episodes, below the base path
    /// @param isShuffled whether they are in such an order
    public record UserHomePage(
            Layout layout,
            String playerAddress,
            List<HomeSection> sections,
            List<FriendLine> friends,
            String shuffle,
            boolean isShuffled) {

        public UserHomePage {
            sections = List.copyOf(sections);
            friends = List.copyOf(friends);
        }

        /// Whether there is nothing to show yet.
        public boolean isEmpty() {
            return sections.isEmpty() && friends.isEmpty();
        }
    }

    /// @param name of the friend
    /// @param machine for the attribute `datetime`
    public record FriendLine(String name, ItemCard item, String when, String machine) {}

    Response show(PageRequest request) {
        ShuffleSeed seed = request.query("shuffle").flatMap(ShuffleSeed::parse).orElse(null);
        HomeContent content = request.waiting(() -> features.home().of(request.account(), seed));
        Set<EpisodeId> titles = request.waiting(
                () -> features.covered().of(features.access().self(request.account()), content.unwatched()));
        Layout layout = request.layout("home.title_user");
        return request.page(
                "page/item/home",
                new UserHomePage(
                        layout,
                        request.http().base(),
                        sections(request, layout, content, titles),
                        content.friends().stream()
                                .map(play -> friend(layout, play, titles))
                                .toList(),
                        "/?shuffle=" + ShuffleSeed.of(features.clock().millis()).value(),
                        seed != null));
    }

    private static List<HomeSection> sections(
            PageRequest request, Layout layout, HomeContent content, Set<EpisodeId> titles) {
        return Stream.of(
                        section(
                                HomeSection.UP_NEXT,
                                "/progress?sort=last&finished=on",
                                content.upNext(),
                                next -> next(layout, next, titles)),
                        section(
                                HomeSection.RESUME,
                                "",
                                content.resume(),
                                item -> HomeCard.of(dated(layout, ItemCard.ofUnseen(layout, item.item(), titles), item)
                                        .withProgress(item.progress()))),
                        section("airing", "/calendar", content.airing(), episode -> airing(layout, episode, titles)),
                        section(
                                "recent",
                                "/history",
                                content.recent(),
                                item -> HomeCard.of(dated(layout, item).withoutButton())),
                        section("unrated", "", content.unrated(), item -> unrated(request, layout, item)),
                        section(
                                "watchlist",
                                "/watchlist",
                                content.watchlist(),
                                item -> HomeCard.of(ItemCard.of(layout, item.item()))))
                .filter(section -> !section.cards().isEmpty())
                .toList();
    }

    private static <T> HomeSection section(String name, String more, List<T> items, Function<T, HomeCard> card) {
        return new HomeSection(name, items.stream().map(card).toList(), more);
    }

    private static HomeCard next(Layout layout, NextEpisode next, Set<EpisodeId> titles) {
        return new HomeCard(
                ItemCard.ofUnseen(layout, next.episode(), titles).withNote(left(layout, next), null),
                ShowMenu.of(next.show()),
                null);
    }

    /// What is left: `2 left in the season · 1 h 30 min, 4 left in all · 3 h`; before it the run of a rewatch.
    private static String left(Layout layout, NextEpisode next) {
        UpNextShow show = next.show();
        int inSeason = show.leftInSeason();
        int all = show.left();
        String text = inSeason == all
                ? left(layout, "home.left", all, next.runtime())
                : left(layout, "home.left_season", inSeason, next.runtime()) + ", "
                        + left(layout, "home.left_all", all, next.runtime());
        return show.run() == 1
                ? text
                : ShowBox.run(
                                layout,
                                show.run(),
                                show.count().completed(),
                                show.count().aired()) + " · " + text;
    }

    private static String left(Layout layout, String key, int episodes, @Nullable Integer runtime) {
        long minutes = runtime == null ? 0 : (long) runtime * episodes;
        String time = minutes == 0 ? "" : " · " + ItemFacts.runtime(layout, (int) Math.min(minutes, Integer.MAX_VALUE));
        return layout.text().count(key, episodes) + time;
    }

    private static ItemCard dated(Layout layout, HomeItem item) {
        return dated(layout, ItemCard.of(layout, item.item()), item);
    }

    private static ItemCard dated(Layout layout, ItemCard card, HomeItem item) {
        return card.withNote(
                PlayTime.label(layout.formats(), layout.text(), item.time()),
                PlayTime.machine(layout.formats(), item.time()));
    }

    private static HomeCard unrated(PageRequest request, Layout layout, HomeItem item) {
        return new HomeCard(
                ItemCard.of(layout, item.item())
                        .withNote(
                                layout.formats().date(item.at()),
                                layout.formats().machine(item.at()))
                        .withoutButton(),
                null,
                RatingView.of(
                        layout,
                        request.account().preferences().pages().ratingScale(),
                        item.item().id(),
                        null));
    }

    private static HomeCard airing(Layout layout, UpcomingEpisode episode, Set<EpisodeId> titles) {
        Instant at = episode.at();
        String when = at == null
                ? layout.formats().date(episode.day())
                : layout.formats().dateTime(at);
        return HomeCard.of(ItemCard.ofUnseen(layout, episode.episode(), titles)
                .withNote(when, at == null ? null : layout.formats().machine(at))
                .withoutButton());
    }

    private static FriendLine friend(Layout layout, FriendPlay play, Set<EpisodeId> titles) {
        return new FriendLine(
                play.friend().name(),
                ItemCard.ofUnseen(layout, play.item(), titles),
                PlayTime.label(layout.formats(), layout.text(), play.time()),
                Objects.requireNonNull(PlayTime.machine(layout.formats(), play.time())));
    }
}
