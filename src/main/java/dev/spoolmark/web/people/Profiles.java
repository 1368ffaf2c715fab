package dev.spoolmark.web.people;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Profile;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.session.CurrentSession;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.social.FollowRelationship;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.stats.ProfileCounts;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the user in an address. Whether a user does not exist or is not visible looks the same
/// (`docs/security.md#visibility`).
final class Profiles {

    private final PeopleFeatures features;

    Profiles(PeopleFeatures features) {
        this.features = features;
    }

    static Viewer viewer(PageRequest request) {
        return Viewer.of(signedIn(request).orElse(null));
    }

    static Optional<Account> signedIn(PageRequest request) {
        return request.currentSession().map(CurrentSession::account);
    }

    /// The address of a profile, below the base path.
    static String path(String user) {
        return "/u/" + user;
    }

    /// The user in the address.
    ///
    /// @throws ProblemException with [Problem.NotFound] if there is none
    Account account(PageRequest request) {
        return features.accounts().find(request.variable("user")).orElseThrow(Profiles::notFound);
    }

    /// The profile of a user as far as the viewer may see it.
    Optional<ProfileView> view(PageRequest request, Account owner) {
        return features.access().viewOf(viewer(request), owner);
    }

    /// The profile in the address.
    ///
    /// @throws ProblemException with [Problem.NotFound] if the viewer cannot see it
    ProfileView visible(PageRequest request) {
        return view(request, account(request)).orElseThrow(Profiles::notFound);
    }

    /// The head of the pages of a visible profile. Only the first of them says how the viewer is connected.
    ProfileHead head(PageRequest request, Layout layout, ProfileView view, String tab) {
        return head(
                request,
                layout,
                view.account(),
                tab,
                true,
                features.statistics().of(view));
    }

    /// What users who have signed in see of a profile that is not visible to them: the name and the picture.
    ProfileHead reduced(PageRequest request, Layout layout, Account owner) {
        return head(request, layout, owner.withoutDetails(), ProfileHead.FIRST, false, ProfileCounts.NONE);
    }

    private ProfileHead head(
            PageRequest request, Layout layout, Account owner, String tab, boolean isVisible, ProfileCounts counts) {
        UserId viewer = viewer(request).id();
        boolean own = owner.id().equals(viewer);
        FollowRelationship relationship = viewer == null || own || !tab.equals(ProfileHead.FIRST)
                ? FollowRelationship.NONE
                : features.follows().relationship(viewer, owner.id());
        Profile profile = owner.profile();
        return new ProfileHead(
                owner.name(),
                profile.fullName(),
                profile.location(),
                profile.about(),
                picture(layout, features.accounts().find(owner.id()).orElse(owner)),
                owner.isProtected(),
                isVisible,
                own,
                viewer != null,
                relationship,
                counts,
                tab,
                request.query("ended").filter(EndedFollow::isOne).orElse(null));
    }

    /// Everybody may see the picture of a user, also of a protected one.
    static @Nullable String picture(Layout layout, Account account) {
        String hash = account.profile().avatar();
        return hash == null ? null : layout.link("/images/avatars/" + hash + ".jpg");
    }

    static ProblemException notFound() {
        return new ProblemException(new Problem.NotFound("user"));
    }
}
