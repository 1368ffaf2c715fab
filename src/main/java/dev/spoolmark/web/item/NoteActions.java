package dev.spoolmark.web.item;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.PersonId;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.core.WrittenText;
import dev.spoolmark.http.Response;
import dev.spoolmark.note.Note;
import dev.spoolmark.note.NoteChange;
import dev.spoolmark.note.NoteTarget;
import dev.spoolmark.note.NoteText;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.UndoToken;
import dev.spoolmark.web.UndoToken.Change;
import dev.spoolmark.web.form.Form;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The forms for the private note of a user about an item or a person.
final class NoteActions {

    private final ItemPageFeatures features;
    private final TrackedItems items;

    NoteActions(ItemPageFeatures features) {
        this.features = features;
        this.items = new TrackedItems(features.catalog(), features.visibility());
    }

    void declare(PageRoutes routes) {
        routes.post("/track/note", PageAccess.SIGNED_IN, request -> request.waiting(() -> save(request)))
                .post("/track/note/delete", PageAccess.SIGNED_IN, request -> request.waiting(() -> delete(request)));
    }

    /// The field `version` is that of the note that the page has shown, empty for none.
    private Response save(PageRequest request) {
        NoteTarget target = target(request);
        Form form = request.form();
        String text = WrittenText.lines(form.raw("text")).replace("\r\n", "\n");
        Instant seen = version(request);
        if (text.isEmpty()) {
            form.error("text", "form.required");
        } else if (text.codePointCount(0, text.length()) > ValueLimits.NOTE) {
            form.error("text", "form.too_long", ValueLimits.NOTE);
        }
        if (form.hasErrors()) {
            return EditedTextPage.invalid(
                    request, "note.title", EditedTextPage.fields(request, "item", "back", "version"), false);
        }
        NoteChange change = features.notes().save(user(request), target, new NoteText(text, false), seen);
        return change.isDone()
                ? ReturnPath.withNotice(request, "note_saved")
                : EditedTextPage.changed(
                        request,
                        "note.title",
                        EditedTextPage.fields(request, "item", "back"),
                        change.stored().map(Note::text).orElse(""),
                        change.stored().map(NoteView::version).orElse(""),
                        false);
    }

    private Response delete(PageRequest request) {
        NoteTarget target = target(request);
        Instant seen = version(request);
        Optional<Instant> deleted =
                seen == null ? Optional.empty() : features.notes().delete(user(request), target, seen);
        return deleted.map(at ->
                        ReturnPath.withUndo(request, new UndoToken(Change.NOTE, target.kind(), target.item(), at, 0)))
                .orElseGet(() -> ReturnPath.withNotice(request, "warn_changed_meanwhile"));
    }

    /// The item or person in the field `item`.
    private NoteTarget target(PageRequest request) {
        Optional<PersonId> person = ItemFormKeys.person(request.form().text("item"));
        if (person.isEmpty()) {
            return NoteTarget.of(items.ofForm(request).id());
        }
        if (features.catalog().persons(List.of(person.get())).isEmpty()) {
            throw TrackedItems.notFound();
        }
        return NoteTarget.of(person.get());
    }

    private static @Nullable Instant version(PageRequest request) {
        String sent = request.form().text("version");
        return sent.isEmpty()
                ? null
                : ItemFormKeys.id(sent).map(Instant::ofEpochMilli).orElseThrow(TrackedItems::notFound);
    }

    private static UserId user(PageRequest request) {
        return request.account().id();
    }
}
