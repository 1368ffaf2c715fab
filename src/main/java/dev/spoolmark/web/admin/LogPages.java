package dev.spoolmark.web.admin;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountSummary;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.account.audit.AuditEntry;
import dev.spoolmark.account.audit.AuditFilter;
import dev.spoolmark.account.audit.AuditPage;
import dev.spoolmark.account.audit.AuditPosition;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.form.Form;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The security log, by pages, for all users or one, for all actions or one.
public final class LogPages {

    private static final int PAGE_SIZE = 50;
    private static final int LONGEST_NAME = 100;

    private final AdminFeatures features;

    LogPages(AdminFeatures features) {
        this.features = features;
    }

    /// @param action in the language of the page
    /// @param user name of the user concerned; null if there is none, or no longer
    public record Row(
            AuditEntry entry, String action, @Nullable String user) {}

    /// @param form the filter; its fields are `action` and `user`
    /// @param next address of the next page, or null
    public record LogPage(
            Layout layout,
            Form form,
            List<Row> rows,
            List<Choice> actions,
            @Nullable String next) {

        public LogPage {
            rows = List.copyOf(rows);
            actions = List.copyOf(actions);
        }
    }

    void declare(PageRoutes routes) {
        routes.get("/admin/log", PageAccess.ADMINISTRATOR, this::show);
    }

    private Response show(PageRequest request) {
        String action = request.query("action").orElse("");
        String user = request.query("user").map(String::strip).orElse("");
        Form form = Form.of(request.text(), Map.of("action", action, "user", user));
        AuditFilter filter = filter(request, form, action, user);
        if (form.hasErrors()) {
            return request.invalid(
                    "page/admin/log", new LogPage(layout(request), form, List.of(), actions(request), null));
        }
        Optional<AuditPosition> before = request.query("before").flatMap(AuditPosition::parse);
        AuditPage found = request.waiting(() -> features.accounts().audit().page(filter, before, PAGE_SIZE));
        String next = found.next()
                .map(position -> "/admin/log?action=" + AdminRequest.encode(action) + "&user="
                        + AdminRequest.encode(user) + "&before=" + position.text())
                .orElse(null);
        return request.page(
                "page/admin/log",
                new LogPage(layout(request), form, rows(request, found.entries()), actions(request), next));
    }

    private static Layout layout(PageRequest request) {
        return request.layout("admin.log.title");
    }

    /// An unknown action or user is an error of the form.
    private AuditFilter filter(PageRequest request, Form form, String action, String user) {
        Optional<AuditAction> filter = AuditAction.ofKey(action);
        if (!action.isEmpty() && filter.isEmpty()) {
            form.error("action", "form.choice");
        }
        form.limited("user", LONGEST_NAME);
        Optional<AccountSummary> account = user.isEmpty() || form.hasErrors()
                ? Optional.empty()
                : request.waiting(() -> features.accounts().administration().find(user));
        if (!user.isEmpty() && account.isEmpty()) {
            form.error("user", "admin.log.user.unknown");
        }
        return new AuditFilter(
                filter.orElse(null), account.map(found -> found.id().value()).orElse(null));
    }

    private List<Row> rows(PageRequest request, List<AuditEntry> entries) {
        Map<UserId, Account> users = request.waiting(() -> features.accounts()
                .all(entries.stream().map(entry -> new UserId(entry.user())).toList()));
        return entries.stream()
                .map(entry -> new Row(
                        entry,
                        text(request, entry.action()),
                        Optional.ofNullable(users.get(new UserId(entry.user())))
                                .map(Account::name)
                                .orElse(null)))
                .toList();
    }

    private static List<Choice> actions(PageRequest request) {
        Stream<Choice> all = Stream.of(new Choice("", request.text().get("admin.log.all")));
        return Stream.concat(
                        all,
                        Arrays.stream(AuditAction.values())
                                .map(action -> new Choice(action.key(), text(request, action.key())))
                                .sorted(Comparator.comparing(Choice::text).thenComparing(Choice::value)))
                .toList();
    }

    /// An action of a newer version is shown by its name.
    private static String text(PageRequest request, String action) {
        String key = "settings.log.action." + action.replace('-', '_');
        return request.text().has(key) ? request.text().get(key) : action;
    }
}
