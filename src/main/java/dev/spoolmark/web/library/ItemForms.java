package dev.spoolmark.web.library;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.form.Form;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Changes the items of a page. The buttons of the page are one form; the value of the field `do` is what to do
/// and, behind a colon, the item: `up:movie-12`. Without an item it concerns the selected ones: those of the
/// fields `select`, or with the field `all` everything that the filter in the address of the form lets through.
/// The field `target` is the slug of the list that they are copied or moved to. The Enter key in a field sends
/// `none`, so that it deletes nothing.
final class ItemForms {

    private static final Pattern POSITION = Pattern.compile("[1-9][0-9]{0,8}");

    /// @param notice name of a message; empty if there is none
    /// @param undo what can be undone; null if nothing
    private record Outcome(String notice, @Nullable BulkUndo undo) {

        static Outcome of(String notice) {
            return new Outcome(notice, null);
        }

        static Outcome of(BulkUndo undo) {
            return undo.entries() == 0 ? of("warn_nothing_selected") : new Outcome("", undo);
        }
    }

    /// @param query of the address of the form
    /// @param page its address
    static Response apply(PageRequest request, OwnItems items, ItemQuery query, String page) {
        if (query.form().hasErrors()) {
            throw new ProblemException(new Problem.Invalid("filter"));
        }
        Outcome outcome = new ItemForms(request.form(), items, query).apply();
        String back = PageAddress.back(request, page);
        return outcome.undo() == null
                ? request.redirect(back, outcome.notice())
                : request.redirect(outcome.undo().on(back));
    }

    private final Form form;
    private final OwnItems items;
    private final ItemQuery query;

    private ItemForms(Form form, OwnItems items, ItemQuery query) {
        this.form = form;
        this.items = items;
        this.query = query;
    }

    private Outcome apply() {
        String action = form.text("do");
        int colon = action.indexOf(':');
        if (colon < 0) {
            return switch (action) {
                case "remove" -> Outcome.of(items.remove(selected()));
                case "copy", "move" -> toOtherList(action.equals("move"));
                case "none" -> Outcome.of("warn_list_press_button");
                default -> invalid();
            };
        }
        MediaId item = ItemKeys.parse(action.substring(colon + 1));
        if (action.startsWith("remove:")) {
            return Outcome.of(items.remove(List.of(item)));
        }
        return items.isArranged() ? arrange(action.substring(0, colon), item) : invalid();
    }

    private Outcome arrange(String action, MediaId item) {
        return switch (action) {
            case "up" -> moved(items.moveBy(item, -1));
            case "down" -> moved(items.moveBy(item, 1));
            case "top" -> moved(items.move(item, 1));
            case "bottom" -> moved(items.move(item, Integer.MAX_VALUE));
            case "place" -> place(item);
            case "note" -> note(item);
            default -> invalid();
        };
    }

    private List<MediaId> selected() {
        return form.isChecked("all") ? items.all(query.selection()) : ItemKeys.parse(form.all("select"));
    }

    private Outcome place(MediaId item) {
        String number = form.text("place." + ItemKeys.text(item));
        return POSITION.matcher(number).matches()
                ? moved(items.move(item, AsciiNumber.parseInt(number)))
                : Outcome.of("warn_list_position_invalid");
    }

    private Outcome note(MediaId item) {
        try {
            items.note(item, form.raw("note." + ItemKeys.text(item)));
            return Outcome.of("list_note_saved");
        } catch (ProblemException rejected) {
            if (rejected.problem() instanceof Problem.Invalid) {
                return Outcome.of("warn_list_note_invalid");
            }
            throw rejected;
        }
    }

    private Outcome toOtherList(boolean isMove) {
        String target = form.text("target");
        List<MediaId> chosen = selected();
        try {
            if (!isMove) {
                return Outcome.of(items.copy(items.present(chosen), target));
            }
            return items instanceof ListItems list ? Outcome.of(list.transfer(chosen, target)) : invalid();
        } catch (ProblemException rejected) {
            return switch (rejected.problem()) {
                case Problem.NotFound _ -> Outcome.of("warn_list_target_gone");
                case Problem.TooMany _ -> Outcome.of("warn_list_full");
                default -> throw rejected;
            };
        }
    }

    private static Outcome moved(boolean isHere) {
        return Outcome.of(isHere ? "list_item_moved" : "warn_list_item_gone");
    }

    private static Outcome invalid() {
        throw new ProblemException(new Problem.Invalid("action"));
    }
}
