package dev.spoolmark.web.library;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.session.CurrentSession;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.lists.UserList;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.web.PageRequest;
import java.util.Optional;

/// Finds the list in an address, for visitors who may see it and for its owner. Whether a user or a list does not
/// exist or is not visible looks the same (`docs/security.md#visibility`).
final class ListAccess {

    /// Before the token of a secret address.
    static final String LINK_PATH = "/l/";

    private final Accounts accounts;
    private final ProfileAccess access;
    private final Lists lists;

    ListAccess(Accounts accounts, ProfileAccess access, Lists lists) {
        this.accounts = accounts;
        this.access = access;
        this.lists = lists;
    }

    /// A list and its owner.
    ///
    /// @param own whether the viewer is the owner and may change the list
    /// @param path of the page
    /// @param listed whether the viewer may see the other lists of the owner
    record Found(Account owner, UserList list, boolean own, String path, boolean listed) {}

    /// The list of a secret address, as everyone sees it who has the address.
    ///
    /// @throws ProblemException with [Problem.NotFound] if there is none
    Found linked(PageRequest request) {
        String token = request.variable("token");
        UserList list = lists.links().find(token).orElseThrow(ListAccess::notFound);
        Account owner = accounts.find(list.owner()).orElseThrow(ListAccess::notFound);
        boolean listed = access.viewOf(viewer(request), owner).isPresent();
        return new Found(owner, list, false, LINK_PATH + token, listed);
    }

    /// The address of a list, below the base path.
    static String path(String owner, String slug) {
        return "/u/" + owner + "/lists/" + slug;
    }

    static Viewer viewer(PageRequest request) {
        return Viewer.of(request.currentSession().map(CurrentSession::account).orElse(null));
    }

    /// The profile in the address.
    ///
    /// @throws ProblemException with [Problem.NotFound] if the viewer cannot see it
    ProfileView profile(PageRequest request) {
        return accounts.find(request.variable("user"))
                .flatMap(owner -> access.viewOf(viewer(request), owner))
                .orElseThrow(ListAccess::notFound);
    }

    /// The list in the address.
    ///
    /// @throws ProblemException with [Problem.NotFound] if the viewer cannot see it
    Found visible(PageRequest request) {
        ProfileView profile = profile(request);
        Viewer viewer = viewer(request);
        return lists.find(profile, viewer, request.variable("list"))
                .map(list -> new Found(
                        profile.account(),
                        list,
                        list.owner().equals(viewer.id()),
                        path(profile.account().name(), list.slug()),
                        true))
                .orElseThrow(ListAccess::notFound);
    }

    /// The list in the address, if it is one of the viewer.
    ///
    /// @throws ProblemException with [Problem.NotFound] if it is not
    Found own(PageRequest request) {
        return Optional.of(visible(request)).filter(Found::own).orElseThrow(ListAccess::notFound);
    }

    private static ProblemException notFound() {
        return new ProblemException(new Problem.NotFound("list"));
    }
}
