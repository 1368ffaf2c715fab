package dev.spoolmark.web.people;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.history.PlayEntry;
import dev.spoolmark.history.PlayFilter;
import dev.spoolmark.history.PlayPage;
import dev.spoolmark.history.PlayPosition;
import dev.spoolmark.http.Response;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.form.PlayTime;
import dev.spoolmark.web.library.ItemLine;
import dev.spoolmark.web.library.PageAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All plays of a user, newest first.
final class ProfileHistoryPages {

    private static final PlayFilter ALL = new PlayFilter(null, null, null, null, null);
    private static final int SIZE = 50;

    private final PeopleFeatures features;
    private final Profiles profiles;

    ProfileHistoryPages(PeopleFeatures features, Profiles profiles) {
        this.features = features;
        this.profiles = profiles;
    }

    void declare(PageRoutes routes) {
        routes.get("/u/{user}/history", PageAccess.PUBLIC, request -> request.waiting(() -> show(request)));
    }

    private Response show(PageRequest request) {
        ProfileView view = profiles.visible(request);
        Form form = Form.empty(request.text());
        Optional<PlayPosition> before = request.query("before").flatMap(PlayPosition::parse);
        if (request.query("before").isPresent() && before.isEmpty()) {
            form.error("after", "library.position.invalid");
        }
        PlayPage found = form.hasErrors() || !view.shows(ProfileSection.HISTORY)
                ? new PlayPage(List.of(), Optional.empty())
                : features.history().page(view, ALL, before, SIZE);
        Layout layout = request.layout("people.history.title", view.account().name());
        ProfileHead head = profiles.head(request, layout, view, "history");
        VisibleItems items = VisibleItems.of(
                features, found.plays().stream().map(play -> play.item().id()).toList(), head.own());
        String path = head.path("history");
        return ProfileItemPages.answer(
                request,
                new ProfileListPage(
                        layout,
                        head,
                        form,
                        List.of(),
                        found.plays().stream()
                                .flatMap(play -> row(layout, items, play))
                                .toList(),
                        before.isPresent() ? path : null,
                        found.next()
                                .map(position -> new PageAddress(path)
                                        .with("before", position.text())
                                        .text())
                                .orElse(null)));
    }

    private static Stream<ProfileItemRow> row(Layout layout, VisibleItems items, PlayEntry play) {
        return items.find(play.item().id())
                .map(item -> new ProfileItemRow(
                        ItemLine.of(item, layout.links()),
                        PlayTime.label(layout.formats(), layout.text(), play.time()),
                        PlayTime.machine(layout.formats(), play.time())));
    }
}
