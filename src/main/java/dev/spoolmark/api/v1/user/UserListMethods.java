package dev.spoolmark.api.v1.user;

import static dev.spoolmark.http.AuthenticationRequirement.OPTIONAL;
import static dev.spoolmark.http.DataVisibility.ONE_USER;

import dev.spoolmark.account.Account;
import dev.spoolmark.api.v1.V1ItemPage;
import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.api.v1.V1UserItemState;
import dev.spoolmark.api.v1.V1UserLookup;
import dev.spoolmark.api.v1.model.V1Links;
import dev.spoolmark.api.v1.model.V1List;
import dev.spoolmark.api.v1.model.V1ListEntry;
import dev.spoolmark.api.v1.model.V1Rendering;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.http.json.StreamedJsonArray;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.lists.UserList;
import dev.spoolmark.social.Viewer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `user/lists` and `user/list`: the lists of one user. A list that the caller may not see is treated like one
/// that does not exist.
public final class UserListMethods {

    private final V1UserLookup users;
    private final Lists lists;
    private final V1ItemPage itemPage;
    private final V1UserItemState userItemState;

    public UserListMethods(V1UserLookup users, Lists lists, V1ItemPage itemPage, V1UserItemState userItemState) {
        this.users = users;
        this.lists = lists;
        this.itemPage = itemPage;
        this.userItemState = userItemState;
    }

    public void declare(ApiMethodTable v1) {
        v1.get("/user/list.json/{apikey}/{username}/{slug}", OPTIONAL, ONE_USER, this::list);
        v1.get("/user/lists.json/{apikey}/{username}", OPTIONAL, ONE_USER, this::lists);
    }

    // GET user/lists

    private Response lists(Call<NoBody> call) {
        V1Links links = new V1Links(call.base());
        List<JsonObject> heads = users.view(call)
                .map(profile -> lists.of(profile, Viewer.of(call.caller())).stream()
                        .filter(list -> !list.isSmart())
                        .map(list -> V1List.head(list, profile.account().name(), links))
                        .toList())
                .orElse(List.of());
        return V1Responses.ok(heads);
    }

    // GET user/list

    /// A list that does not exist is a failure with status 200 (`docs/spec/v1/user.md#userlist`).
    private Response list(Call<NoBody> call) {
        String slug = call.required("slug");
        V1Rendering rendering = V1Rendering.full(call);
        return users.view(call)
                .flatMap(profile -> lists.find(profile, Viewer.of(call.caller()), slug)
                        .filter(list -> !list.isSmart())
                        .map(list -> list(list, profile.account(), call.caller(), rendering)))
                .orElseThrow(() -> new ProblemException(new Problem.NotAllowed("list not found")));
    }

    private Response list(UserList list, Account owner, @Nullable Account caller, V1Rendering rendering) {
        return StreamedJsonArray.object(
                V1List.head(list, owner.name(), rendering.links()),
                "items",
                lists.items(list),
                page -> items(page, caller, rendering));
    }

    private List<JsonObject> items(List<MediaId> page, @Nullable Account caller, V1Rendering rendering) {
        V1ItemPage.Page loaded = itemPage.page(page, rendering);
        V1UserItemState.Page ownState =
                userItemState.ofList(caller, page, loaded.seasons().values());
        List<JsonObject> rendered = new ArrayList<>();
        for (MediaId item : page) {
            V1ListEntry.of(item, loaded)
                    .map(object -> ownState.addUserState(object, item))
                    .ifPresent(rendered::add);
        }
        return rendered;
    }
}
