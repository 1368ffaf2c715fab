package dev.spoolmark.api.v1;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.UserId;
import dev.spoolmark.api.v1.model.V1Links;
import dev.spoolmark.api.v1.model.V1Times;
import dev.spoolmark.api.v1.model.V1User;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.http.json.PagedJson;
import dev.spoolmark.social.FollowEdge;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.social.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Many people in one answer, each as the caller may see them: all there is, or a name
/// (`docs/security.md#visibility`).
public final class V1VisibleUsers {

    private final Accounts accounts;
    private final ProfileAccess access;

    public V1VisibleUsers(Accounts accounts, ProfileAccess access) {
        this.accounts = accounts;
        this.access = access;
    }

    /// Looks all of a page up at once. Who is disabled or gone is on no page.
    public Page of(Call<?> call, Collection<UserId> users) {
        Map<UserId, Account> found = accounts.all(users);
        return new Page(found, access.viewOf(Viewer.of(call.caller()), found.values()), new V1Links(call.base()));
    }

    /// An array of people with the time since when they are related, under the name that the method has for it.
    public Response relations(Call<?> call, List<FollowEdge> relations, String since) {
        return PagedJson.array(relations, page -> {
            Page faces = of(call, page.stream().map(FollowEdge::userId).toList());
            return page.stream()
                    .flatMap(relation ->
                            faces
                                    .face(relation.userId())
                                    .map(face -> face.put(since, V1Times.seconds(relation.since())))
                                    .stream())
                    .toList();
        });
    }

    /// What was found for one page.
    ///
    /// @param sights the right to look at those whom the caller may see
    public record Page(Map<UserId, Account> people, Map<UserId, ProfileView> sights, V1Links links) {

        public Optional<JsonObject> face(UserId user) {
            return Optional.ofNullable(people.get(user)).map(this::face);
        }

        private JsonObject face(Account account) {
            return sights.containsKey(account.id()) ? V1User.full(account, links) : V1User.reduced(account, links);
        }
    }
}
