package dev.spoolmark.web.signin;

import dev.spoolmark.web.PendingForm;
import dev.spoolmark.web.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A form that is kept until its user has confirmed their identity, as the user reads it.
///
/// @param page title of the page with the form; its address if it has none
/// @param path where it is sent
public record FormSummary(String page, String path, List<Line> lines) {

    /// Keys of the titles of pages by their address.
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("/settings/account", "settings.account.title"),
            Map.entry("/settings/account/email", "settings.email.title"),
            Map.entry("/settings/security", "settings.security.title"),
            Map.entry("/settings/security/app-passwords", "settings.app_passwords.title"),
            Map.entry("/settings/security/password", "settings.password.title"),
            Map.entry("/settings/security/sessions", "settings.sessions.title"),
            Map.entry("/settings/security/two-factor", "settings.two_factor.title"),
            Map.entry("/settings/applications", "oauth.connections.title"),
            Map.entry("/settings/applications/new", "oauth.new.title"),
            Map.entry("/settings/applications/tokens/new", "oauth.token.new.title"),
            Map.entry("/settings/data", "settings.data.title"),
            Map.entry("/settings/data/delete", "settings.delete.title"),
            Map.entry("/settings/data/export", "settings.export.title"),
            Map.entry("/admin", "admin.title"),
            Map.entry("/admin/applications", "admin.applications.title"),
            Map.entry("/admin/backup", "admin.backup.title"),
            Map.entry("/admin/invites", "admin.invites.title"),
            Map.entry("/admin/jobs", "admin.jobs.title"),
            Map.entry("/admin/people", "admin.users.title"),
            Map.entry("/admin/settings", "admin.settings.title"),
            Map.entry("/admin/sources", "admin.sources.title"),
            Map.entry("/calendar", "schedule.title"));

    /// Keys of the labels of fields by their name.
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("days", "admin.invites.days"),
            Map.entry("email", "entry.email"),
            Map.entry("key", "admin.applications.key"),
            Map.entry("lifetime", "oauth.token.lifetime"),
            Map.entry("name", "oauth.new.name"),
            Map.entry("note", "admin.invites.note"),
            Map.entry("permission", "settings.app_passwords.permission"),
            Map.entry("redirects", "oauth.redirects"),
            Map.entry("scope", "oauth.token.scopes"),
            Map.entry("sign_in_password", "settings.v1_password"),
            Map.entry("user_name", "entry.name"),
            Map.entry("uses", "admin.invites.uses"));

    /// One value of a field.
    ///
    /// @param label the name of the field if it has no label
    /// @param hasLabel whether the label is a text in the language of the user
    public record Line(String label, boolean hasLabel, String value) {}

    public FormSummary {
        lines = List.copyOf(lines);
    }

    /// A form with the title of the page that its address is below.
    public static FormSummary of(PendingForm form, Texts texts) {
        String path = form.path() + "/";
        String title = TITLES.keySet().stream()
                .filter(page -> path.startsWith(page + "/"))
                .max(Comparator.comparingInt(String::length))
                .map(page -> texts.get(TITLES.getOrDefault(page, page)))
                .orElse(form.path());
        return new FormSummary(
                title,
                form.path(),
                form.fields().stream().map(field -> line(field, texts)).toList());
    }

    private static Line line(PendingForm.Field field, Texts texts) {
        String name = field.name();
        return Stream.of(LABELS.getOrDefault(name, ""), "admin.settings." + name, "admin." + name)
                .filter(texts::has)
                .findFirst()
                .map(key -> new Line(texts.get(key), true, field.value()))
                .orElseGet(() -> new Line(name, false, field.value()));
    }
}
