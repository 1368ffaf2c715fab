package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.PERSON;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.lists.UserList;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `user/lists` and `user/list`: the lists of one person. A list that may not be seen is a list that is not there.
final class UserListMethods {

    private final V1People people;
    private final Lists lists;
    private final V1Media media;
    private final V1OwnListed own;

    UserListMethods(V1People people, Lists lists, V1Media media, V1OwnListed own) {
        this.people = people;
        this.lists = lists;
        this.media = media;
        this.own = own;
    }

    void declare(Methods v1) {
        v1.get("/user/list.json/{apikey}/{username}/{slug}", OPTIONAL, PERSON, this::list);
        v1.get("/user/lists.json/{apikey}/{username}", OPTIONAL, PERSON, this::lists);
    }

    // GET user/lists

    private Reply lists(Call<NoBody> call) {
        V1Links links = new V1Links(call.base());
        List<V1Object> heads = people.look(call)
                .map(sight -> lists.of(sight, Viewer.of(call.caller())).stream()
                        .map(list -> V1List.head(list, sight.account().name(), links))
                        .toList())
                .orElse(List.of());
        return V1Words.ok(heads);
    }

    // GET user/list

    /// A list that is not there is a failure with status 200 (`docs/spec-corrections.md#user-list`).
    private Reply list(Call<NoBody> call) {
        String slug = call.required("slug");
        V1Form form = V1Form.full(call);
        return people.look(call)
                .flatMap(sight -> lists.find(sight, Viewer.of(call.caller()), slug)
                        .map(list -> list(list, sight.account(), call.caller(), form)))
                .orElseThrow(() -> new Refusal(new Problem.NotAllowed("list not found")));
    }

    private Reply list(UserList list, Account owner, @Nullable Account caller, V1Form form) {
        return V1Stream.object(
                V1List.head(list, owner.name(), form.links()),
                "items",
                lists.items(list),
                page -> items(page, caller, form));
    }

    private List<V1Object> items(List<MediaId> page, @Nullable Account caller, V1Form form) {
        V1Media.Page things = media.page(page, form);
        V1OwnListed.Page mine = own.of(caller, page, things);
        List<V1Object> told = new ArrayList<>();
        for (MediaId item : page) {
            V1Listed.of(item, things).map(object -> mine.putOn(object, item)).ifPresent(told::add);
        }
        return told;
    }
}
