package dev.spoolmark.web.people;

import dev.spoolmark.account.Account;
import dev.spoolmark.http.Response;
import dev.spoolmark.social.FollowOutcome;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;

/// The forms that connect the viewer with another user. Each leads to the profile of that user; a form that
/// comes too late or twice changes nothing more.
final class FollowForms {

    private final PeopleFeatures features;
    private final Profiles profiles;

    FollowForms(PeopleFeatures features, Profiles profiles) {
        this.features = features;
        this.profiles = profiles;
    }

    void declare(PageRoutes routes) {
        routes.post("/u/{user}/follow", PageAccess.SIGNED_IN, request -> request.waiting(() -> follow(request)))
                .post("/u/{user}/unfollow", PageAccess.SIGNED_IN, request -> request.waiting(() -> unfollow(request)))
                .post("/u/{user}/remove", PageAccess.SIGNED_IN, request -> request.waiting(() -> remove(request)))
                .post("/u/{user}/restore", PageAccess.SIGNED_IN, request -> request.waiting(() -> restore(request)))
                .post("/u/{user}/block", PageAccess.SIGNED_IN, request -> request.waiting(() -> block(request)))
                .post("/u/{user}/unblock", PageAccess.SIGNED_IN, request -> request.waiting(() -> unblock(request)));
    }

    private Response follow(PageRequest request) {
        Account other = profiles.account(request);
        if (isSelf(request, other)) {
            return back(request, other, "warn_nothing_changed");
        }
        FollowOutcome outcome = features.follows().follow(request.account(), other);
        return back(request, other, outcome == FollowOutcome.FOLLOWING ? "following" : "follow_requested");
    }

    /// Ends a follow, or cancels a request.
    private Response unfollow(PageRequest request) {
        Account other = profiles.account(request);
        boolean ended = features.follows().unfollow(request.account(), other.id());
        return ended
                ? request.redirect(Profiles.path(other.name()) + "?ended=" + EndedFollow.FOLLOWING)
                : back(request, other, "not_following");
    }

    private Response remove(PageRequest request) {
        Account other = profiles.account(request);
        boolean ended = features.follows().removeFollower(request.account(), other.id());
        return ended
                ? request.redirect(Profiles.path(other.name()) + "?ended=" + EndedFollow.FOLLOWER)
                : back(request, other, "warn_nothing_changed");
    }

    /// Undoes one of the two.
    private Response restore(PageRequest request) {
        Account other = profiles.account(request);
        Account self = request.account();
        boolean restored = request.form().text("ended").equals(EndedFollow.FOLLOWER)
                ? features.follows().restoreFollower(self, other.id())
                : features.follows().restoreFollowing(self, other.id());
        return back(request, other, restored ? "undone" : "warn_nothing_to_undo");
    }

    private Response block(PageRequest request) {
        Account other = profiles.account(request);
        if (isSelf(request, other)) {
            return back(request, other, "warn_nothing_changed");
        }
        features.blocks().block(request.account(), other.id());
        return back(request, other, "user_blocked");
    }

    private Response unblock(PageRequest request) {
        Account other = profiles.account(request);
        boolean ended = features.blocks().unblock(request.account(), other.id());
        return back(request, other, ended ? "user_unblocked" : "warn_nothing_changed");
    }

    private static boolean isSelf(PageRequest request, Account other) {
        return request.account().id().equals(other.id());
    }

    private static Response back(PageRequest request, Account other, String notice) {
        return request.redirect(Profiles.path(other.name()), notice);
    }
}
