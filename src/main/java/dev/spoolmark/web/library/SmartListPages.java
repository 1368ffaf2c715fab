package dev.spoolmark.web.library;

import dev.spoolmark.account.Account;
import dev.spoolmark.activity.ItemOrder;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Response;
import dev.spoolmark.lists.ListSettings;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.lists.Privacy;
import dev.spoolmark.lists.SmartRules;
import dev.spoolmark.lists.UserList;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.form.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Creates lists by rules and changes their rules, with a preview of what they find.
public final class SmartListPages {

    static final String PATH = "/smartlists";
    private static final String TEMPLATE = "page/library/smart";
    private static final int PREVIEW = 10;

    private final Lists lists;
    private final ListAccess found;
    private final SmartRulesForm rules;
    private final ProfileAccess access;
    private final Catalog catalog;
    private final ItemLines lines;

    SmartListPages(
            Lists lists,
            ListAccess found,
            SmartRulesForm rules,
            ProfileAccess access,
            Catalog catalog,
            ItemLines lines) {
        this.lists = lists;
        this.found = found;
        this.rules = rules;
        this.access = access;
        this.catalog = catalog;
        this.lines = lines;
    }

    /// @param total number of items that the rules find
    public record SmartPreview(int total, List<ItemRow> rows) {

        public SmartPreview {
            rows = List.copyOf(rows);
        }
    }

    /// @param list its rules are changed; null for a new list
    /// @param action address of the form
    /// @param back where to go without saving
    /// @param options the options of each select
    /// @param preview null if none was asked for
    public record SmartListPage(
            Layout layout,
            @Nullable UserList list,
            Form form,
            String action,
            String back,
            Map<String, List<Choice>> options,
            @Nullable SmartPreview preview) {

        public SmartListPage {
            options = Map.copyOf(options);
        }

        /// The options of a select.
        public List<Choice> options(String name) {
            return options.getOrDefault(name, List.of());
        }
    }

    void declare(PageRoutes routes) {
        routes.get(PATH, PageAccess.SIGNED_IN, request -> request.waiting(() -> initial(request)))
                .post(PATH, PageAccess.SIGNED_IN, request -> request.waiting(() -> create(request)))
                .get(
                        ListItemPages.PATH + "/rules",
                        PageAccess.SIGNED_IN,
                        request -> request.waiting(() -> edit(request)))
                .post(
                        ListItemPages.PATH + "/rules",
                        PageAccess.SIGNED_IN,
                        request -> request.waiting(() -> change(request)));
    }

    private Response initial(PageRequest request) {
        Map<String, String> values = SmartRulesForm.initial();
        values.put("privacy", Form.key(Privacy.PRIVATE));
        values.put("comments", "on");
        return request.page(TEMPLATE, page(request, null, Form.of(request.text(), values), null));
    }

    private Response create(PageRequest request) {
        Form form = request.form();
        SmartRules read = rules.read(request.account().id(), form);
        if (isPreview(form)) {
            return preview(request, null, read);
        }
        ListSettings settings = ListForm.read(form);
        if (read == null || settings == null) {
            return request.invalid(TEMPLATE, page(request, null, form, null));
        }
        try {
            UserList created = rules.smart().create(request.account().id(), settings, read);
            return request.redirect(ListAccess.path(request.account().name(), created.slug()), "list_created");
        } catch (ProblemException rejected) {
            ListForm.explain(form, rejected);
            return request.invalid(TEMPLATE, page(request, null, form, null));
        }
    }

    private Response edit(PageRequest request) {
        UserList list = own(request);
        Map<String, String> values = rules.values(list.owner(), rules.smart().rules(list));
        return request.page(TEMPLATE, page(request, list, Form.of(request.text(), values), null));
    }

    private Response change(PageRequest request) {
        UserList list = own(request);
        SmartRules read = rules.read(list.owner(), request.form());
        if (isPreview(request.form())) {
            return preview(request, list, read);
        }
        if (read == null) {
            return request.invalid(TEMPLATE, page(request, list, request.form(), null));
        }
        rules.smart().change(list.owner(), list.slug(), read);
        return request.redirect(ListAccess.path(request.account().name(), list.slug()), "list_changed");
    }

    private static boolean isPreview(Form form) {
        return form.text("do").equals("preview");
    }

    private UserList own(PageRequest request) {
        UserList list = found.own(request).list();
        if (!list.isSmart()) {
            throw new ProblemException(new Problem.NotFound("list"));
        }
        return list;
    }

    private Response preview(PageRequest request, @Nullable UserList list, @Nullable SmartRules read) {
        if (read == null) {
            return request.invalid(TEMPLATE, page(request, list, request.form(), null));
        }
        List<MediaId> all = rules.smart().find(request.account().id(), read, false);
        List<MediaId> shown = all.subList(0, Math.min(PREVIEW, all.size()));
        Map<MediaId, ItemLine> known = lines.of(request, shown);
        List<ItemRow> rows = shown.stream()
                .map(item -> new ItemRow(0, item, known.get(item), "", "", "", ""))
                .toList();
        return request.page(TEMPLATE, page(request, list, request.form(), new SmartPreview(all.size(), rows)));
    }

    private SmartListPage page(
            PageRequest request, @Nullable UserList list, Form form, @Nullable SmartPreview preview) {
        String path =
                list == null ? "/lists" : ListAccess.path(request.account().name(), list.slug());
        return new SmartListPage(
                list == null
                        ? request.layout("library.smart.title")
                        : request.layout("library.smart.title_of", list.name()),
                list,
                form,
                list == null ? PATH : path + "/rules",
                path,
                options(request),
                preview);
    }

    private Map<String, List<Choice>> options(PageRequest request) {
        Map<String, List<Choice>> options = new HashMap<>();
        Account account = request.account();
        options.put("privacy", Choice.of(Privacy.class, request.text(), "library.list.privacy."));
        options.put("match", texts(request, "library.smart.match.", Stream.of("all", "any")));
        options.put(
                "order",
                Choice.of(ItemOrder.class, request.text(), "library.sort.").stream()
                        .filter(choice -> !choice.value().equals(Form.key(ItemOrder.RANK)))
                        .toList());
        TreeSet<String> genres = new TreeSet<>(catalog.genres(Kind.MOVIE));
        genres.addAll(catalog.genres(Kind.SHOW));
        List<Choice> names = withNone(request, genres.stream().map(name -> new Choice(name, name)));
        options.put("genre", names);
        options.put("not_genre", names);
        List<Choice> scores = withNone(
                request,
                IntStream.rangeClosed(1, 10).mapToObj(Integer::toString).map(score -> new Choice(score, score)));
        for (String name : List.of("rating_from", "rating_to", "everyone")) {
            options.put(name, scores);
        }
        options.put(
                "from_list", withNone(request, ListTargets.of(lists, access.self(account), account, null).stream()));
        SmartRulesForm.SELECTS.forEach((name, fields) -> options.put(
                name,
                withNone(
                        request,
                        texts(request, "library.smart.", fields.stream().map(Form::key)).stream())));
        return options;
    }

    private static List<Choice> texts(PageRequest request, String prefix, Stream<String> keys) {
        return keys.map(key -> new Choice(key, request.text().get(prefix + key)))
                .toList();
    }

    private static List<Choice> withNone(PageRequest request, Stream<Choice> choices) {
        List<Choice> all = new ArrayList<>();
        all.add(new Choice("", request.text().get("library.smart.any")));
        choices.forEach(all::add);
        return all;
    }
}
