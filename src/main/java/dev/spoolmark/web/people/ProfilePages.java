package dev.spoolmark.web.people;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.activity.ItemOrder;
import dev.spoolmark.activity.ItemSelection;
import dev.spoolmark.activity.ListedItem;
import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.history.Play;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.http.Response;
import dev.spoolmark.lists.UserList;
import dev.spoolmark.rating.Rating;
import dev.spoolmark.scrobble.NowWatching;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.PlayTime;
import dev.spoolmark.web.item.ItemCard;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The profile of a user, also for visitors who have not signed in. Sections that the viewer may not read look
/// empty.
public final class ProfilePages {

    private static final Set<Kind> KINDS = Set.of(Kind.MOVIE, Kind.EPISODE);
    private static final int ITEMS = 12;
    private static final int LISTS = 8;

    private final PeopleFeatures features;
    private final Profiles profiles;

    ProfilePages(PeopleFeatures features, Profiles profiles) {
        this.features = features;
        this.profiles = profiles;
    }

    /// @param watching what the user is watching now, or null
    /// @param recent the newest plays
    /// @param favorites the first favourites in the order of the owner
    /// @param best the best ratings
    public record ProfilePage(
            Layout layout,
            ProfileHead head,
            @Nullable ItemCard watching,
            List<ItemCard> recent,
            List<ItemCard> favorites,
            List<ItemCard> best,
            List<ListLink> lists) {

        public ProfilePage {
            recent = List.copyOf(recent);
            favorites = List.copyOf(favorites);
            best = List.copyOf(best);
            lists = List.copyOf(lists);
        }

        /// Whether nothing is shown below the head.
        public boolean isEmpty() {
            return watching == null && recent.isEmpty() && favorites.isEmpty() && best.isEmpty() && lists.isEmpty();
        }
    }

    /// @param path below the base path
    public record ListLink(String name, String path) {}

    void declare(PageRoutes routes) {
        routes.get("/u/{user}", PageAccess.PUBLIC, request -> request.waiting(() -> show(request)));
    }

    private Response show(PageRequest request) {
        Account owner = profiles.account(request);
        Optional<ProfileView> view = profiles.view(request, owner);
        if (view.isPresent()) {
            return request.page("page/people/profile", page(request, view.get()));
        }
        if (Profiles.signedIn(request).isEmpty()) {
            throw Profiles.notFound();
        }
        Layout layout = request.layout("people.profile.title", owner.name());
        return request.page(
                "page/people/profile",
                new ProfilePage(
                        layout,
                        profiles.reduced(request, layout, owner),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private ProfilePage page(PageRequest request, ProfileView view) {
        Layout layout = request.layout("people.profile.title", view.account().name());
        ProfileHead head = profiles.head(request, layout, view, ProfileHead.FIRST);
        NowWatching watching = view.shows(ProfileSection.WATCHING)
                ? features.scrobbles().watching(view).orElse(null)
                : null;
        List<Play> plays = view.shows(ProfileSection.HISTORY)
                ? features.history().recent(view, KINDS, Set.of(PlayAction.values()), ITEMS)
                : List.of();
        List<MediaId> favorites = view.shows(ProfileSection.FAVORITES) ? favorites(view, head.own()) : List.of();
        List<Rating> best =
                view.shows(ProfileSection.RATINGS) ? features.ratings().best(view, ITEMS) : List.of();
        Set<MediaId> items = new HashSet<>();
        plays.forEach(play -> items.add(play.item().id()));
        items.addAll(favorites);
        best.forEach(rating -> items.add(rating.item()));
        if (watching != null) {
            items.add(watching.item().id());
        }
        VisibleItems visible = VisibleItems.of(features, items, head.own());
        return new ProfilePage(
                layout,
                head,
                watching == null ? null : card(layout, visible, watching),
                plays.stream()
                        .flatMap(play -> visible.find(play.item().id()).map(item -> played(layout, item, play)))
                        .toList(),
                favorites.stream()
                        .flatMap(visible::find)
                        .map(item -> ItemCard.of(layout, item).withoutButton())
                        .toList(),
                best.stream()
                        .flatMap(rating -> visible.find(rating.item()).map(item -> rated(layout, item, rating)))
                        .toList(),
                lists(request, view));
    }

    /// Others see no provisional items.
    private List<MediaId> favorites(ProfileView view, boolean own) {
        ItemSelection all = ItemSelection.of(ItemOrder.RANK);
        return features
                .favorites()
                .page(view, own ? all : all.confirmedOnly(), Optional.empty(), ITEMS)
                .items()
                .stream()
                .map(ListedItem::item)
                .toList();
    }

    private static @Nullable ItemCard card(Layout layout, VisibleItems visible, NowWatching watching) {
        return visible.find(watching.item().id())
                .map(item -> ItemCard.of(layout, item)
                        .withNote(
                                layout.t("people.until", layout.formats().time(watching.expiresAt())),
                                layout.formats().machine(watching.expiresAt()))
                        .withoutButton())
                .findFirst()
                .orElse(null);
    }

    private static ItemCard played(Layout layout, ItemSummary item, Play play) {
        return ItemCard.of(layout, item)
                .withNote(
                        PlayTime.label(layout.formats(), layout.text(), play.time()),
                        PlayTime.machine(layout.formats(), play.time()))
                .withoutButton();
    }

    private static ItemCard rated(Layout layout, ItemSummary item, Rating rating) {
        return ItemCard.of(layout, item)
                .withNote(layout.t("people.score", rating.score().value()), null)
                .withoutButton();
    }

    private List<ListLink> lists(PageRequest request, ProfileView view) {
        List<UserList> all = features.lists().of(view, Profiles.viewer(request));
        return all.reversed().stream()
                .limit(LISTS)
                .map(list ->
                        new ListLink(list.name(), Profiles.path(view.account().name()) + "/lists/" + list.slug()))
                .toList();
    }
}
