package dev.spoolmark.api.v1.user;

import static dev.spoolmark.http.AuthenticationRequirement.SIGNED_IN;
import static dev.spoolmark.http.DataVisibility.OWN;

import dev.spoolmark.api.v1.V1BatchResult;
import dev.spoolmark.api.v1.V1Bodies;
import dev.spoolmark.api.v1.V1ListMatcher;
import dev.spoolmark.api.v1.V1Responses;
import dev.spoolmark.api.v1.model.V1List;
import dev.spoolmark.api.v1.model.V1ListItem;
import dev.spoolmark.api.v1.model.V1Values;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.body.LenientValue;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.lists.ListPatch;
import dev.spoolmark.lists.ListSettings;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.lists.Privacy;
import dev.spoolmark.lists.UserList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `lists/*`: create, change and delete own lists and their items.
public final class ListsMethods {

    private final Lists lists;
    private final V1ListMatcher matching;

    public ListsMethods(Lists lists, V1ListMatcher matching) {
        this.lists = lists;
        this.matching = matching;
    }

    public void declare(ApiMethodTable v1) {
        ApiMethodTable bulk = v1.withTrait(MethodTrait.BULK);
        v1.withTrait(MethodTrait.COMMENTING).post("/lists/add/{apikey}", SIGNED_IN, OWN, ListBody.class, this::add);
        v1.post("/lists/delete/{apikey}", SIGNED_IN, OWN, ListBody.class, this::delete);
        bulk.post("/lists/items/add/{apikey}", SIGNED_IN, OWN, ListItemsBody.class, this::addItems);
        bulk.post("/lists/items/delete/{apikey}", SIGNED_IN, OWN, ListItemsBody.class, this::deleteItems);
        v1.post("/lists/update/{apikey}", SIGNED_IN, OWN, ListBody.class, this::update);
    }

    // POST lists/add, POST lists/update, POST lists/delete

    record ListBody(
            @Nullable LenientValue slug,
            @Nullable LenientValue name,
            @Nullable LenientValue description,
            @Nullable LenientValue privacy,
            @Nullable LenientValue show_numbers,
            @Nullable LenientValue allow_shouts) {}

    private Response add(Call<ListBody> call) {
        ListBody body = call.body();
        ListSettings traits = new ListSettings(
                V1Values.text(body.name()).orElseThrow(() -> new ProblemException(new Problem.Missing("name"))),
                body.description() == null ? "" : body.description().text(),
                privacy(body).orElse(Privacy.PUBLIC),
                Boolean.TRUE.equals(booleanOf("show_numbers", body.show_numbers())),
                Boolean.TRUE.equals(booleanOf("allow_shouts", body.allow_shouts())));
        return toJson("list added", lists.create(call.userId(), traits));
    }

    private Response update(Call<ListBody> call) {
        ListBody body = call.body();
        ListPatch change = new ListPatch(
                V1Values.textOrNull(body.name()),
                body.description() == null ? null : body.description().text(),
                privacy(body).orElse(null),
                booleanOf("show_numbers", body.show_numbers()),
                booleanOf("allow_shouts", body.allow_shouts()));
        String slug = slug(body.slug());
        if (change.isEmpty()) {
            lists.get(call.userId(), slug);
            throw new ProblemException(new Problem.NotAllowed("nothing to change"));
        }
        return toJson("list updated", lists.change(call.userId(), slug, change));
    }

    private Response delete(Call<ListBody> call) {
        lists.delete(call.userId(), slug(call.body().slug()));
        return V1Responses.success("list and items deleted");
    }

    private static Response toJson(String message, UserList list) {
        return V1Responses.ok(new JsonObject()
                .put("status", "success")
                .put("message", message)
                .put("name", list.name())
                .put("slug", list.slug())
                .put("privacy", V1List.privacy(list))
                .put("show_numbers", list.traits().showNumbers())
                .put("allow_shouts", list.traits().allowComments()));
    }

    private static Optional<Privacy> privacy(ListBody body) {
        return V1Values.text(body.privacy())
                .map(text ->
                        Privacy.find(text).orElseThrow(() -> new ProblemException(new Problem.Invalid("privacy"))));
    }

    private static @Nullable Boolean booleanOf(String name, @Nullable LenientValue value) {
        return (V1Values.text(value).isEmpty() || value == null)
                ? null
                : value.asBoolean().orElseThrow(() -> new ProblemException(new Problem.Invalid(name)));
    }

    // POST lists/items/add, POST lists/items/delete

    record ListItemsBody(
            @Nullable LenientValue slug, @Nullable List<@Nullable V1ListItem> items) {}

    private Response addItems(Call<ListItemsBody> call) {
        V1BatchResult<V1ListItem> batch = match(call, true);
        int inserted = lists.add(call.userId(), slug(call.body().slug()), batch.items())
                .size();
        return V1Responses.ok(new JsonObject()
                .put("status", "success")
                .put("inserted", inserted)
                .put("already_exist", batch.items().size() - inserted)
                .put("skipped", batch.skipped().size())
                .put("skipped_items", batch.skipped())
                .put("skipped_array", batch.skipped()));
    }

    private Response deleteItems(Call<ListItemsBody> call) {
        V1BatchResult<V1ListItem> batch = match(call, false);
        int removed = lists.remove(call.userId(), slug(call.body().slug()), batch.items());
        return V1Responses.success(removed + " items deleted", "items", batch.skipped());
    }

    /// The list must exist before an unknown item is created.
    private V1BatchResult<V1ListItem> match(Call<ListItemsBody> call, boolean adds) {
        lists.get(call.userId(), slug(call.body().slug()));
        return matching.match(
                call, V1Bodies.requireNonEmpty("items", call.body().items()), adds);
    }

    private static String slug(@Nullable LenientValue value) {
        return V1Values.text(value).orElseThrow(() -> new ProblemException(new Problem.Missing("slug")));
    }
}
