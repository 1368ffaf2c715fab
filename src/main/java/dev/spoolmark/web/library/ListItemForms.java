package dev.spoolmark.web.library;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Response;
import dev.spoolmark.lists.ListArrangement;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Form;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Changes the items of a list. The buttons of the page are one form; the value of the field `do` is what to do
/// and, behind a colon, the item: `up:movie-12`. Without an item it concerns the selected ones; the field `target`
/// is the slug of the list that they are copied or moved to. The Enter key in a
/// field sends `none`, so that it deletes nothing.
final class ListItemForms {

    private static final Pattern POSITION = Pattern.compile("[1-9][0-9]{0,8}");

    private final Lists lists;
    private final ListArrangement arrangement;
    private final ListAccess found;

    ListItemForms(Lists lists, ListAccess found) {
        this.lists = lists;
        this.arrangement = lists.arrangement();
        this.found = found;
    }

    void declare(PageRoutes routes) {
        routes.post(ListItemPages.PATH + "/items", PageAccess.SIGNED_IN, this::change);
    }

    private Response change(PageRequest request) {
        return request.waiting(() -> {
            ListAccess.Found list = found.own(request);
            return request.redirect(PageAddress.back(request, list.path()), apply(request, list));
        });
    }

    /// @return the message to the user
    private String apply(PageRequest request, ListAccess.Found list) {
        Form form = request.form();
        String action = form.text("do");
        int colon = action.indexOf(':');
        UserId owner = list.list().owner();
        String slug = list.list().slug();
        if (colon < 0) {
            return switch (action) {
                case "remove" -> removed(lists.remove(owner, slug, ItemKeys.parse(form.all("item"))));
                case "copy", "move" -> toOtherList(form, owner, slug, action.equals("move"));
                case "none" -> "warn_list_press_button";
                default -> invalid();
            };
        }
        String key = action.substring(colon + 1);
        MediaId item = ItemKeys.parse(key);
        return switch (action.substring(0, colon)) {
            case "up" -> moved(arrangement.moveBy(owner, slug, item, -1));
            case "down" -> moved(arrangement.moveBy(owner, slug, item, 1));
            case "place" -> place(form, owner, slug, item);
            case "note" -> note(form, owner, slug, item);
            case "remove" -> removed(lists.remove(owner, slug, List.of(item)));
            default -> invalid();
        };
    }

    private String place(Form form, UserId owner, String slug, MediaId item) {
        String number = form.text("place." + ItemKeys.text(item));
        return POSITION.matcher(number).matches()
                ? moved(arrangement.move(owner, slug, item, AsciiNumber.parseInt(number)))
                : "warn_list_position_invalid";
    }

    private String note(Form form, UserId owner, String slug, MediaId item) {
        try {
            lists.note(owner, slug, Map.of(item, form.raw("note." + ItemKeys.text(item))));
            return "list_note_saved";
        } catch (ProblemException rejected) {
            if (rejected.problem() instanceof Problem.Invalid) {
                return "warn_list_note_invalid";
            }
            throw rejected;
        }
    }

    private String toOtherList(Form form, UserId owner, String slug, boolean isMove) {
        List<MediaId> chosen = ItemKeys.parse(form.all("item"));
        String target = form.text("target");
        try {
            int items = isMove
                    ? arrangement.transfer(owner, slug, target, chosen)
                    : arrangement.copy(owner, slug, target, chosen);
            return items == 0 ? "warn_nothing_selected" : isMove ? "list_items_moved" : "list_items_copied";
        } catch (ProblemException rejected) {
            return switch (rejected.problem()) {
                case Problem.NotFound _ -> "warn_list_target_gone";
                case Problem.TooMany _ -> "warn_list_full";
                default -> throw rejected;
            };
        }
    }

    private static String moved(boolean isOnList) {
        return isOnList ? "list_item_moved" : "warn_list_item_gone";
    }

    private static String removed(int items) {
        return items == 0 ? "warn_nothing_selected" : "list_items_removed";
    }

    private static String invalid() {
        throw new ProblemException(new Problem.Invalid("action"));
    }
}
