package dev.spoolmark.web.library;

import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Response;
import dev.spoolmark.lists.ListPatch;
import dev.spoolmark.lists.ListSettings;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.lists.Privacy;
import dev.spoolmark.lists.UserList;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.form.Form;
import java.util.List;

/// Changes the settings of a list, and deletes it after a preview.
public final class ListEditPages {

    private static final String EDIT = "page/library/list-edit";

    private final Lists lists;
    private final ListAccess found;

    ListEditPages(Lists lists, ListAccess found) {
        this.lists = lists;
        this.found = found;
    }

    /// @param path of the list
    public record ListEditPage(Layout layout, Form form, List<Choice> privacies, String path) {

        public ListEditPage {
            privacies = List.copyOf(privacies);
        }
    }

    /// @param items how many items are deleted with it
    public record ListDeletePage(Layout layout, UserList list, int items, String path) {}

    void declare(PageRoutes routes) {
        routes.get(ListItemPages.PATH + "/edit", PageAccess.SIGNED_IN, this::edit)
                .post(ListItemPages.PATH + "/edit", PageAccess.SIGNED_IN, this::change)
                .get(ListItemPages.PATH + "/delete", PageAccess.SIGNED_IN, this::preview)
                .post(ListItemPages.PATH + "/delete", PageAccess.SIGNED_IN, this::delete);
    }

    private Response edit(PageRequest request) {
        ListAccess.Found list = request.waiting(() -> found.own(request));
        return request.page(EDIT, page(request, ListForm.of(request, list.list().traits()), list));
    }

    private Response change(PageRequest request) {
        ListAccess.Found list = request.waiting(() -> found.own(request));
        Form form = request.form();
        ListSettings settings = ListForm.read(form);
        if (settings == null) {
            return request.invalid(EDIT, page(request, form, list));
        }
        ListPatch patch = new ListPatch(
                settings.name(),
                settings.description(),
                settings.privacy(),
                settings.showNumbers(),
                settings.allowComments());
        try {
            UserList changed = request.waiting(
                    () -> lists.change(list.list().owner(), list.list().slug(), patch));
            return request.redirect(ListAccess.path(list.owner().name(), changed.slug()), "list_changed");
        } catch (ProblemException rejected) {
            ListForm.explain(form, rejected);
            return request.invalid(EDIT, page(request, form, list));
        }
    }

    private Response preview(PageRequest request) {
        return request.waiting(() -> {
            ListAccess.Found list = found.own(request);
            int items = lists.counts(list.list().owner(), List.of(list.list()))
                    .getOrDefault(list.list().id(), 0);
            return request.page(
                    "page/library/list-delete",
                    new ListDeletePage(request.layout("library.list.delete_title"), list.list(), items, list.path()));
        });
    }

    private Response delete(PageRequest request) {
        return request.waiting(() -> {
            ListAccess.Found list = found.own(request);
            lists.delete(list.list().owner(), list.list().slug());
            return request.redirect("/lists", "list_deleted");
        });
    }

    private static ListEditPage page(PageRequest request, Form form, ListAccess.Found list) {
        return new ListEditPage(
                request.layout("library.list.edit_title"),
                form,
                Choice.of(Privacy.class, request.text(), "library.list.privacy."),
                list.path());
    }
}
