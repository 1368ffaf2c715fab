package dev.spoolmark.api.v1;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import dev.spoolmark.api.v1.model.V1Links;
import dev.spoolmark.api.v1.model.V1Times;
import dev.spoolmark.api.v1.model.V1User;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.http.json.StreamedJsonArray;
import dev.spoolmark.social.FollowEdge;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.social.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Several users in one response, each as far as the caller may see them: in full, or the name only
/// (`docs/security.md#visibility`).
public final class V1VisibleUsers {

    private final Accounts accounts;
    private final ProfileAccess access;

    public V1VisibleUsers(Accounts accounts, ProfileAccess access) {
        this.accounts = accounts;
        this.access = access;
    }

    /// Looks up a page at once. Disabled and deleted users are left out.
    public Page of(Call<?> call, Collection<UserId> users) {
        Map<UserId, Account> found = accounts.all(users);
        return new Page(found, access.viewOf(Viewer.of(call.caller()), found.values()), new V1Links(call.base()));
    }

    /// An array of users with the time of their relation, in a member called `since`.
    public Response relations(Call<?> call, List<FollowEdge> relations, String since) {
        return StreamedJsonArray.array(relations, page -> {
            Page users = of(call, page.stream().map(FollowEdge::userId).toList());
            return page.stream()
                    .flatMap(relation ->
                            users
                                    .user(relation.userId())
                                    .map(face -> face.put(since, V1Times.seconds(relation.since())))
                                    .stream())
                    .toList();
        });
    }

    /// The users of one page.
    ///
    /// @param views access to the data of those that the caller may see
    public record Page(Map<UserId, Account> accounts, Map<UserId, ProfileView> views, V1Links links) {

        /// The users whose section the caller may read.
        public List<ProfileView> showing(ProfileSection section) {
            return views.values().stream()
                    .filter(profile -> profile.shows(section))
                    .toList();
        }

        public Optional<JsonObject> user(UserId user) {
            return Optional.ofNullable(accounts.get(user)).map(this::user);
        }

        private JsonObject user(Account account) {
            ProfileView profile = views.get(account.id());
            return profile == null ? V1User.reduced(account, links) : V1User.full(profile.account(), links);
        }
    }
}
