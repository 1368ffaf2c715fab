package dev.spoolmark.web.item;

import dev.spoolmark.home.FriendPlay;
import dev.spoolmark.home.HomeContent;
import dev.spoolmark.home.HomeItem;
import dev.spoolmark.home.NextEpisode;
import dev.spoolmark.home.UpcomingEpisode;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The first page of a user who has signed in.
public final class UserHomePages {

    private static final String UP_NEXT = "up_next";
    private static final String RESUME = "resume";

    private final ItemPageFeatures features;

    UserHomePages(ItemPageFeatures features) {
        this.features = features;
    }

    /// @param playerAddress where players reach the server
    /// @param sections those that have items
    /// @param friends what friends have watched
    public record UserHomePage(
            Layout layout, String playerAddress, List<HomeSection> sections, List<FriendLine> friends) {

        public UserHomePage {
            sections = List.copyOf(sections);
            friends = List.copyOf(friends);
        }

        /// Whether there is nothing to show yet.
        public boolean isEmpty() {
            return sections.isEmpty() && friends.isEmpty();
        }
    }

    /// @param name of the section in texts and in the page: `up_next`
    public record HomeSection(String name, List<ItemCard> cards) {

        public HomeSection {
            cards = List.copyOf(cards);
        }

        /// Whether each card stands for a show, whose episode changes when it was watched.
        public boolean isOfShows() {
            return name.equals(UP_NEXT);
        }

        /// The address of the form that takes an item off this section; null if there is none.
        public @Nullable String dismissAction() {
            return switch (name) {
                case UP_NEXT -> "/track/hide";
                case RESUME -> "/track/resume/delete";
                default -> null;
            };
        }
    }

    /// @param name of the friend
    /// @param machine for the attribute `datetime`
    public record FriendLine(String name, ItemCard item, String when, String machine) {}

    Response show(PageRequest request) {
        HomeContent content = request.waiting(() -> features.home().of(request.account()));
        Layout layout = request.layout("home.title_user");
        List<HomeSection> sections = List.of(
                new HomeSection(
                        UP_NEXT,
                        content.upNext().stream()
                                .map(next -> next(layout, next))
                                .toList()),
                new HomeSection(
                        RESUME,
                        content.resume().stream()
                                .map(item -> dated(layout, item).withProgress(item.progress()))
                                .toList()),
                new HomeSection(
                        "airing",
                        content.airing().stream()
                                .map(episode -> airing(layout, episode))
                                .toList()),
                new HomeSection(
                        "recent",
                        content.recent().stream()
                                .map(item -> dated(layout, item).withoutButton())
                                .toList()),
                new HomeSection(
                        "unrated",
                        content.unrated().stream()
                                .map(item -> dated(layout, item).withoutButton())
                                .toList()),
                new HomeSection(
                        "watchlist",
                        content.watchlist().stream()
                                .map(item -> ItemCard.of(layout, item.item()))
                                .toList()));
        return request.page(
                "page/item/home",
                new UserHomePage(
                        layout,
                        request.http().base(),
                        sections.stream()
                                .filter(section -> !section.cards().isEmpty())
                                .toList(),
                        content.friends().stream()
                                .map(play -> friend(layout, play))
                                .toList()));
    }

    /// The next episode with what is left: `3 left · 2 h 15 min`.
    private static ItemCard next(Layout layout, NextEpisode next) {
        String left = layout.text().count("home.left", next.remaining());
        Integer minutes = next.runtime();
        long all = minutes == null ? 0 : (long) minutes * next.remaining();
        String time = all == 0 ? "" : " · " + ItemFacts.runtime(layout, (int) Math.min(all, Integer.MAX_VALUE));
        return ItemCard.of(layout, next.episode()).withNote(left + time, null);
    }

    private static ItemCard dated(Layout layout, HomeItem item) {
        return ItemCard.of(layout, item.item())
                .withNote(layout.formats().dateTime(item.at()), layout.formats().machine(item.at()));
    }

    private static ItemCard airing(Layout layout, UpcomingEpisode episode) {
        Instant at = episode.at();
        String when = at == null
                ? layout.formats().date(episode.day())
                : layout.formats().dateTime(at);
        return ItemCard.of(layout, episode.episode())
                .withNote(when, at == null ? null : layout.formats().machine(at))
                .withoutButton();
    }

    private static FriendLine friend(Layout layout, FriendPlay play) {
        return new FriendLine(
                play.friend().name(),
                ItemCard.of(layout, play.item()),
                layout.formats().dateTime(play.at()),
                layout.formats().machine(play.at()));
    }
}
