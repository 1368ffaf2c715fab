package dev.spoolmark.web.people;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;
import dev.spoolmark.http.Response;
import dev.spoolmark.social.FollowEdge;
import dev.spoolmark.social.FollowPage;
import dev.spoolmark.social.FollowPosition;
import dev.spoolmark.social.FollowRelation;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.library.PageAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The followers of a user, and the users whom this user follows, newest first. Of each only the name and the
/// picture are shown, which everybody may see.
public final class FollowerPages {

    private static final String TEMPLATE = "page/people/followers";
    private static final int SIZE = 50;

    private final PeopleFeatures features;
    private final Profiles profiles;

    FollowerPages(PeopleFeatures features, Profiles profiles) {
        this.features = features;
        this.profiles = profiles;
    }

    /// @param removable whether the viewer can remove these followers
    /// @param invalid whether the position in the address is none
    /// @param first address of the first page, or null on it
    /// @param next address of the next page, or null
    public record FollowersPage(
            Layout layout,
            ProfileHead head,
            List<UserRow> rows,
            boolean removable,
            boolean invalid,
            @Nullable String first,
            @Nullable String next) {

        public FollowersPage {
            rows = List.copyOf(rows);
        }
    }

    void declare(PageRoutes routes) {
        routes.get(
                        "/u/{user}/followers",
                        PageAccess.PUBLIC,
                        request -> request.waiting(() -> show(request, FollowRelation.FOLLOWERS, "followers")))
                .get(
                        "/u/{user}/following",
                        PageAccess.PUBLIC,
                        request -> request.waiting(() -> show(request, FollowRelation.FOLLOWING, "following")));
    }

    private Response show(PageRequest request, FollowRelation relation, String tab) {
        ProfileView view = profiles.visible(request);
        Optional<FollowPosition> after = request.query("after").flatMap(FollowPosition::parse);
        boolean invalid = request.query("after").isPresent() && after.isEmpty();
        FollowPage found = invalid
                ? new FollowPage(List.of(), Optional.empty())
                : features.follows().newest(view, relation, after, SIZE);
        Layout layout =
                request.layout("people." + tab + ".title", view.account().name());
        ProfileHead head = profiles.head(request, layout, view, tab);
        String path = head.path(tab);
        FollowersPage page = new FollowersPage(
                layout,
                head,
                rows(layout, found.edges()),
                head.own() && relation == FollowRelation.FOLLOWERS,
                invalid,
                after.isPresent() ? path : null,
                found.next()
                        .map(position -> new PageAddress(path)
                                .with("after", position.text())
                                .text())
                        .orElse(null));
        return invalid ? request.invalid(TEMPLATE, page) : request.page(TEMPLATE, page);
    }

    private List<UserRow> rows(Layout layout, List<FollowEdge> edges) {
        Map<UserId, Account> found =
                features.accounts().all(edges.stream().map(FollowEdge::userId).toList());
        return edges.stream()
                .flatMap(edge -> Stream.ofNullable(found.get(edge.userId()))
                        .map(account -> UserRow.of(
                                layout,
                                account,
                                layout.t("people.since", layout.formats().date(edge.since())))))
                .toList();
    }
}
