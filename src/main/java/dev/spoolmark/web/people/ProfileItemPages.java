package dev.spoolmark.web.people;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.activity.ItemOrder;
import dev.spoolmark.activity.ItemPosition;
import dev.spoolmark.activity.ItemSelection;
import dev.spoolmark.activity.ListedItem;
import dev.spoolmark.activity.ListedItemPage;
import dev.spoolmark.http.Response;
import dev.spoolmark.progress.ShowProgress;
import dev.spoolmark.progress.StartedShow;
import dev.spoolmark.progress.UpNextShow;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.library.ItemLine;
import dev.spoolmark.web.library.PageAddress;
import java.util.List;
import java.util.Optional;

/// The favourites of a user in their order, and the watchlist, the collection and the progress, newest first.
final class ProfileItemPages {

    static final String TEMPLATE = "page/people/items";
    private static final int SIZE = 50;

    private final PeopleFeatures features;
    private final Profiles profiles;

    ProfileItemPages(PeopleFeatures features, Profiles profiles) {
        this.features = features;
        this.profiles = profiles;
    }

    void declare(PageRoutes routes) {
        routes.get("/u/{user}/favorites", PageAccess.PUBLIC, request -> request.waiting(() -> favorites(request)))
                .get("/u/{user}/watchlist", PageAccess.PUBLIC, request -> request.waiting(() -> watchlist(request)))
                .get("/u/{user}/collection", PageAccess.PUBLIC, request -> request.waiting(() -> collection(request)))
                .get("/u/{user}/progress", PageAccess.PUBLIC, request -> request.waiting(() -> progress(request)));
    }

    private Response watchlist(PageRequest request) {
        ProfileView view = profiles.visible(request);
        return listed(
                request,
                view,
                "watchlist",
                after -> view.shows(ProfileSection.WATCHLIST)
                        ? features.watchlist().page(view, selection(request, view, ItemOrder.ADDED), after, SIZE)
                        : new ListedItemPage(List.of(), Optional.empty()));
    }

    /// In the order of the owner.
    private Response favorites(PageRequest request) {
        ProfileView view = profiles.visible(request);
        ItemSelection selection = selection(request, view, ItemOrder.RANK);
        return listed(
                request,
                view,
                "favorites",
                after -> view.shows(ProfileSection.FAVORITES)
                        ? features.favorites().page(view, selection, after, SIZE)
                        : new ListedItemPage(List.of(), Optional.empty()));
    }

    private Response collection(PageRequest request) {
        ProfileView view = profiles.visible(request);
        return listed(
                request,
                view,
                "collection",
                after -> view.shows(ProfileSection.COLLECTION)
                        ? features.collection().page(view, selection(request, view, ItemOrder.ADDED), after, SIZE)
                        : new ListedItemPage(List.of(), Optional.empty()));
    }

    /// Others see no provisional items.
    private static ItemSelection selection(PageRequest request, ProfileView view, ItemOrder order) {
        ItemSelection all = ItemSelection.of(order);
        boolean own = view.account().id().equals(Profiles.viewer(request).id());
        return own ? all : all.confirmedOnly();
    }

    /// Reads a page of items after a position.
    private interface Reader {
        ListedItemPage read(Optional<ItemPosition> after);
    }

    private Response listed(PageRequest request, ProfileView view, String tab, Reader reader) {
        Form form = Form.empty(request.text());
        Optional<ItemPosition> after = request.query("after").flatMap(ItemPosition::parse);
        if (request.query("after").isPresent() && after.isEmpty()) {
            form.error("after", "library.position.invalid");
        }
        ListedItemPage found = form.hasErrors() ? new ListedItemPage(List.of(), Optional.empty()) : reader.read(after);
        Layout layout =
                request.layout("people." + tab + ".title", view.account().name());
        ProfileHead head = profiles.head(request, layout, view, tab);
        VisibleItems items = VisibleItems.of(
                features, found.items().stream().map(ListedItem::item).toList(), head.own());
        List<ProfileItemRow> rows = found.items().stream()
                .flatMap(listed -> items.find(listed.item())
                        .map(item -> new ProfileItemRow(
                                ItemLine.of(item, layout.links()),
                                layout.formats().date(listed.since()),
                                layout.formats().machine(listed.since()))))
                .toList();
        String path = head.path(tab);
        return answer(
                request,
                new ProfileListPage(
                        layout,
                        head,
                        form,
                        List.of(),
                        rows,
                        after.isPresent() ? path : null,
                        found.next()
                                .map(position -> new PageAddress(path)
                                        .with("after", position.address())
                                        .text())
                                .orElse(null)));
    }

    static Response answer(PageRequest request, ProfileListPage page) {
        return page.form().hasErrors() ? request.invalid(TEMPLATE, page) : request.page(TEMPLATE, page);
    }

    /// The shows that the user has watched last.
    private Response progress(PageRequest request) {
        ProfileView view = profiles.visible(request);
        Layout layout = request.layout("people.progress.title", view.account().name());
        ProfileHead head = profiles.head(request, layout, view, "progress");
        List<StartedShow> newest = view.shows(ProfileSection.PROGRESS)
                ? features.upNext().started(view).stream()
                        .filter(StartedShow::isActive)
                        .limit(SIZE)
                        .toList()
                : List.of();
        List<ShowProgress> shows = newest.isEmpty() ? List.of() : progress(view, newest);
        VisibleItems items = VisibleItems.of(
                features, shows.stream().map(show -> show.show().id()).toList(), head.own());
        List<ProfileItemRow> rows = shows.stream()
                .filter(show -> show.count().completed() > 0)
                .flatMap(show -> items.find(show.show().id())
                        .map(item ->
                                new ProfileItemRow(ItemLine.of(item, layout.links()), counted(layout, show), null)))
                .toList();
        return request.page(
                TEMPLATE, new ProfileListPage(layout, head, Form.empty(request.text()), List.of(), rows, null, null));
    }

    private List<ShowProgress> progress(ProfileView view, List<StartedShow> shows) {
        return features.upNext().of(view, shows.stream().map(StartedShow::show).toList()).stream()
                .map(UpNextShow::progress)
                .toList();
    }

    private static String counted(Layout layout, ShowProgress show) {
        return layout.t(
                "library.progress.count", show.count().completed(), show.count().aired());
    }
}
