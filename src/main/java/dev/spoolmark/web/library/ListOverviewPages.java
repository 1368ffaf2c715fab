package dev.spoolmark.web.library;

import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Response;
import dev.spoolmark.lists.ListId;
import dev.spoolmark.lists.ListSettings;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.lists.Privacy;
import dev.spoolmark.lists.UserList;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.form.Form;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The lists of a user: one's own, with a form for a new one, and those of others that the viewer may see.
public final class ListOverviewPages {

    private static final String PATH = "/lists";
    private static final String TEMPLATE = "page/library/lists";
    private static final int PAGE_SIZE = 100;

    private final Lists lists;
    private final ListAccess found;
    private final ProfileAccess access;

    ListOverviewPages(Lists lists, ListAccess found, ProfileAccess access) {
        this.lists = lists;
        this.found = found;
        this.access = access;
    }

    /// @param path of its page
    /// @param items null for a list with rules, and for lists of others, where some items may be hidden
    public record ListRow(
            UserList list, String path, @Nullable Integer items) {}

    /// @param owner name of the owner; null for one's own lists
    /// @param form for a new list
    /// @param invalid whether the position in the address is none
    /// @param next address of the next page, or null
    public record ListsPage(
            Layout layout,
            @Nullable String owner,
            Form form,
            List<Choice> privacies,
            List<ListRow> rows,
            boolean invalid,
            @Nullable String next) {

        public ListsPage {
            privacies = List.copyOf(privacies);
            rows = List.copyOf(rows);
        }
    }

    void declare(PageRoutes routes) {
        routes.get(PATH, PageAccess.SIGNED_IN, this::own)
                .post(PATH, PageAccess.SIGNED_IN, this::create)
                .get("/u/{user}/lists", PageAccess.PUBLIC, this::ofUser);
    }

    private Response own(PageRequest request) {
        return request.waiting(() -> show(request, ListForm.initial(request)));
    }

    private Response show(PageRequest request, Form form) {
        ListsPage page = page(request, access.self(request.account()), null, form);
        return form.hasErrors() || page.invalid() ? request.invalid(TEMPLATE, page) : request.page(TEMPLATE, page);
    }

    private Response ofUser(PageRequest request) {
        return request.waiting(() -> {
            ProfileView profile = found.profile(request);
            ListsPage page = page(request, profile, profile.account().name(), Form.empty(request.text()));
            return page.invalid() ? request.invalid(TEMPLATE, page) : request.page(TEMPLATE, page);
        });
    }

    private Response create(PageRequest request) {
        Form form = request.form();
        ListSettings settings = ListForm.read(form);
        if (settings == null) {
            return request.waiting(() -> show(request, form));
        }
        try {
            UserList created =
                    request.waiting(() -> lists.create(request.account().id(), settings));
            return request.redirect(ListAccess.path(request.account().name(), created.slug()), "list_created");
        } catch (ProblemException rejected) {
            ListForm.explain(form, rejected);
            return request.waiting(() -> show(request, form));
        }
    }

    private ListsPage page(PageRequest request, ProfileView profile, @Nullable String owner, Form form) {
        List<UserList> all = lists.of(profile, ListAccess.viewer(request));
        String after = request.query("after").orElse("");
        int start = start(all, after);
        List<UserList> shown = all.subList(Math.max(0, start), Math.min(all.size(), Math.max(0, start) + PAGE_SIZE));
        Map<ListId, Integer> counts = owner == null ? lists.counts(profile.owner(), shown) : Map.of();
        String name = profile.account().name();
        boolean isLast = shown.isEmpty() || shown.getLast().equals(all.getLast());
        return new ListsPage(
                owner == null ? request.layout("library.lists.title") : request.layout("library.lists.title_of", owner),
                owner,
                form,
                Choice.of(Privacy.class, request.text(), "library.list.privacy."),
                shown.stream()
                        .map(list -> new ListRow(
                                list,
                                ListAccess.path(name, list.slug()),
                                owner != null || list.isSmart() ? null : counts.getOrDefault(list.id(), 0)))
                        .toList(),
                start < 0,
                isLast
                        ? null
                        : new PageAddress(owner == null ? PATH : "/u/" + name + "/lists")
                                .with(
                                        "after",
                                        Long.toString(shown.getLast().id().value()))
                                .text());
    }

    /// The index of the first list of the page; -1 if the list before it does not exist.
    private static int start(List<UserList> all, String after) {
        if (after.isEmpty()) {
            return 0;
        }
        for (int i = 0; i < all.size(); i++) {
            if (Long.toString(all.get(i).id().value()).equals(after)) {
                return i + 1;
            }
        }
        return -1;
    }
}
