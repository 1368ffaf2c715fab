package dev.spoolmark.web.people;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.activity.ItemPosition;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.http.Response;
import dev.spoolmark.rating.Rating;
import dev.spoolmark.rating.RatingPage;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.library.ItemLine;
import dev.spoolmark.web.library.PageAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The ratings of a user for one kind of items, newest first.
final class ProfileRatingPages {

    private static final List<Kind> KINDS = List.of(Kind.MOVIE, Kind.SHOW, Kind.SEASON, Kind.EPISODE);
    private static final int SIZE = 50;

    private final PeopleFeatures features;
    private final Profiles profiles;

    ProfileRatingPages(PeopleFeatures features, Profiles profiles) {
        this.features = features;
        this.profiles = profiles;
    }

    void declare(PageRoutes routes) {
        routes.get("/u/{user}/ratings", PageAccess.PUBLIC, request -> request.waiting(() -> show(request)));
    }

    private Response show(PageRequest request) {
        ProfileView view = profiles.visible(request);
        Form form = Form.of(request.text(), Map.of("kind", request.query("kind").orElse(Kind.MOVIE.key())));
        Kind kind = KINDS.stream()
                .filter(offered -> offered.key().equals(form.text("kind")))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            form.error("kind", "form.choice");
        }
        Optional<ItemPosition> after = request.query("after").flatMap(ItemPosition::parse);
        if (request.query("after").isPresent() && after.isEmpty()) {
            form.error("after", "library.position.invalid");
        }
        RatingPage found = kind == null || form.hasErrors() || !view.shows(ProfileSection.RATINGS)
                ? new RatingPage(List.of(), Optional.empty())
                : features.ratings().newest(view, kind, after, SIZE);
        Layout layout = request.layout("people.ratings.title", view.account().name());
        ProfileHead head = profiles.head(request, layout, view, "ratings");
        VisibleItems items = VisibleItems.of(
                features, found.ratings().stream().map(Rating::item).toList(), head.own());
        PageAddress path = new PageAddress(head.path("ratings"))
                .with("kind", kind == null || kind == Kind.MOVIE ? null : kind.key());
        return ProfileItemPages.answer(
                request,
                new ProfileListPage(
                        layout,
                        head,
                        form,
                        KINDS.stream()
                                .map(offered -> new Choice(offered.key(), layout.t("people.kind." + offered.key())))
                                .toList(),
                        found.ratings().stream()
                                .flatMap(rating -> row(layout, items, rating))
                                .toList(),
                        after.isPresent() ? path.text() : null,
                        found.next()
                                .map(position ->
                                        path.with("after", position.address()).text())
                                .orElse(null)));
    }

    private static Stream<ProfileItemRow> row(Layout layout, VisibleItems items, Rating rating) {
        return items.find(rating.item())
                .map(item -> new ProfileItemRow(
                        ItemLine.of(item, layout.links()),
                        layout.t(
                                "people.rated",
                                rating.score().value(),
                                layout.formats().date(rating.at())),
                        null));
    }
}
