package dev.spoolmark.web.people;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.comparison.ComparedRating;
import dev.spoolmark.comparison.Comparison;
import dev.spoolmark.http.Response;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.item.ItemCard;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the viewer and another user have in common.
public final class ComparePages {

    private final PeopleFeatures features;
    private final Profiles profiles;

    ComparePages(PeopleFeatures features, Profiles profiles) {
        this.features = features;
        this.profiles = profiles;
    }

    /// @param shows those that both have watched, at most 12
    /// @param movies those that both have watched, at most 12
    /// @param loved what both rate highest
    /// @param disputed what they differ most about
    public record ComparePage(
            Layout layout,
            ProfileHead head,
            Comparison comparison,
            List<ItemCard> shows,
            List<ItemCard> movies,
            List<ItemCard> loved,
            List<ItemCard> disputed) {

        public ComparePage {
            shows = List.copyOf(shows);
            movies = List.copyOf(movies);
            loved = List.copyOf(loved);
            disputed = List.copyOf(disputed);
        }
    }

    void declare(PageRoutes routes) {
        routes.get("/u/{user}/compare", PageAccess.SIGNED_IN, request -> request.waiting(() -> show(request)));
    }

    private Response show(PageRequest request) {
        ProfileView other = profiles.visible(request);
        Layout layout = request.layout("people.compare.title", other.account().name());
        ProfileHead head = profiles.head(request, layout, other, "compare");
        if (head.own()) {
            return request.redirect(head.path(ProfileHead.FIRST));
        }
        Comparison found = features.comparisons().of(features.access().self(request.account()), other);
        Set<MediaId> items = new HashSet<>();
        items.addAll(found.shows().first());
        items.addAll(found.movies().first());
        found.ratings().loved().forEach(rating -> items.add(rating.item()));
        found.ratings().disputed().forEach(rating -> items.add(rating.item()));
        // Provisional items are among the data of the viewer, too.
        VisibleItems visible = VisibleItems.of(features, items, true);
        return request.page(
                "page/people/compare",
                new ComparePage(
                        layout,
                        head,
                        found,
                        cards(layout, visible, found.shows().first()),
                        cards(layout, visible, found.movies().first()),
                        rated(layout, visible, found.ratings().loved()),
                        rated(layout, visible, found.ratings().disputed())));
    }

    private static List<ItemCard> cards(Layout layout, VisibleItems visible, List<MediaId> items) {
        return items.stream()
                .flatMap(visible::find)
                .map(item -> ItemCard.of(layout, item).withoutButton())
                .toList();
    }

    private static List<ItemCard> rated(Layout layout, VisibleItems visible, List<ComparedRating> ratings) {
        return ratings.stream()
                .flatMap(rating -> visible.find(rating.item())
                        .map(item -> ItemCard.of(layout, item)
                                .withNote(layout.t("people.compare.scores", rating.own(), rating.other()), null)
                                .withoutButton()))
                .toList();
    }
}
