package dev.spoolmark.web.signin;

import dev.spoolmark.web.PendingForm;
import dev.spoolmark.web.text.Texts;
import java.util.Comparator;
import java.util.Map;

/// A form that is kept until its user has confirmed their identity, as the user reads it.
///
/// @param page title of the page with the form; its address if it has none
public record FormSummary(String page, PendingForm form) {

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
            Map.entry("/admin/sources", "admin.sources.title"));

    /// A form with the title of the page that its address is below.
    public static FormSummary of(PendingForm form, Texts texts) {
        String path = form.path() + "/";
        String title = TITLES.keySet().stream()
                .filter(page -> path.startsWith(page + "/"))
                .max(Comparator.comparingInt(String::length))
                .map(page -> texts.get(TITLES.getOrDefault(page, page)))
                .orElse(form.path());
        return new FormSummary(title, form);
    }
}
