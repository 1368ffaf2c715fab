package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.OWN;

import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.lists.ListChange;
import dev.spoolmark.lists.ListTraits;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.lists.Privacy;
import dev.spoolmark.lists.UserList;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import dev.spoolmark.wire.Scalar;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `lists/*`: making, filling and taking apart one's own lists.
final class ListsMethods {

    private final Lists lists;
    private final V1ListMatching matching;

    ListsMethods(Lists lists, V1ListMatching matching) {
        this.lists = lists;
        this.matching = matching;
    }

    void declare(Methods v1) {
        Methods bulk = v1.with(Trait.BULK);
        v1.post("/lists/add/{apikey}", SIGNED_IN, OWN, ListSent.class, this::add);
        v1.post("/lists/delete/{apikey}", SIGNED_IN, OWN, ListSent.class, this::delete);
        bulk.post("/lists/items/add/{apikey}", SIGNED_IN, OWN, ItemsSent.class, this::addItems);
        bulk.post("/lists/items/delete/{apikey}", SIGNED_IN, OWN, ItemsSent.class, this::deleteItems);
        v1.post("/lists/update/{apikey}", SIGNED_IN, OWN, ListSent.class, this::update);
    }

    // POST lists/add, POST lists/update, POST lists/delete

    record ListSent(
            @Nullable Scalar slug,
            @Nullable Scalar name,
            @Nullable Scalar description,
            @Nullable Scalar privacy,
            @Nullable Scalar show_numbers,
            @Nullable Scalar allow_shouts) {}

    private Reply add(Call<ListSent> call) {
        ListSent sent = call.body();
        ListTraits traits = new ListTraits(
                V1Values.text(sent.name()).orElseThrow(() -> new Refusal(new Problem.Missing("name"))),
                sent.description() == null ? "" : sent.description().text(),
                privacy(sent).orElse(Privacy.PUBLIC),
                Boolean.TRUE.equals(truth("show_numbers", sent.show_numbers())),
                Boolean.TRUE.equals(truth("allow_shouts", sent.allow_shouts())));
        return told("list added", lists.create(call.user(), traits));
    }

    private Reply update(Call<ListSent> call) {
        ListSent sent = call.body();
        ListChange change = new ListChange(
                V1Values.textOrNull(sent.name()),
                sent.description() == null ? null : sent.description().text(),
                privacy(sent).orElse(null),
                truth("show_numbers", sent.show_numbers()),
                truth("allow_shouts", sent.allow_shouts()));
        String slug = slug(sent.slug());
        if (change.isEmpty()) {
            lists.get(call.user(), slug);
            throw new Refusal(new Problem.NotAllowed("nothing to change"));
        }
        return told("list updated", lists.change(call.user(), slug, change));
    }

    private Reply delete(Call<ListSent> call) {
        lists.delete(call.user(), slug(call.body().slug()));
        return V1Words.success("list and items deleted");
    }

    private static Reply told(String message, UserList list) {
        return V1Words.ok(new V1Object()
                .put("status", "success")
                .put("message", message)
                .put("name", list.name())
                .put("slug", list.slug())
                .put("privacy", list.traits().privacy().word())
                .put("show_numbers", list.traits().numbered())
                .put("allow_shouts", list.traits().discussed()));
    }

    private static Optional<Privacy> privacy(ListSent sent) {
        return V1Values.text(sent.privacy())
                .map(word -> Privacy.find(word).orElseThrow(() -> new Refusal(new Problem.Invalid("privacy"))));
    }

    private static @Nullable Boolean truth(String name, @Nullable Scalar sent) {
        return (V1Values.text(sent).isEmpty() || sent == null)
                ? null
                : sent.truth().orElseThrow(() -> new Refusal(new Problem.Invalid(name)));
    }

    // POST lists/items/add, POST lists/items/delete

    record ItemsSent(@Nullable Scalar slug, @Nullable List<@Nullable V1ListItem> items) {}

    private Reply addItems(Call<ItemsSent> call) {
        V1ListBatch batch = match(call, true);
        int inserted =
                lists.add(call.user(), slug(call.body().slug()), batch.found()).size();
        return V1Words.ok(new V1Object()
                .put("status", "success")
                .put("inserted", inserted)
                .put("already_exist", batch.found().size() - inserted)
                .put("skipped", batch.skipped().size())
                .put("skipped_items", batch.skipped())
                .put("skipped_array", batch.skipped()));
    }

    private Reply deleteItems(Call<ItemsSent> call) {
        V1ListBatch batch = match(call, false);
        int removed = lists.remove(call.user(), slug(call.body().slug()), batch.found());
        return V1Words.success(removed + " items deleted", "items", batch.skipped());
    }

    /// The list has to be there before the first unknown title is kept.
    private V1ListBatch match(Call<ItemsSent> call, boolean adds) {
        lists.get(call.user(), slug(call.body().slug()));
        return matching.match(call, V1Sent.needed("items", call.body().items()), adds);
    }

    private static String slug(@Nullable Scalar sent) {
        return V1Values.text(sent).orElseThrow(() -> new Refusal(new Problem.Missing("slug")));
    }
}
