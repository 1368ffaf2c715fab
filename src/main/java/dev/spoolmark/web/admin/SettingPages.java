package dev.spoolmark.web.admin;

import dev.spoolmark.account.Registration;
import dev.spoolmark.http.Response;
import dev.spoolmark.serversettings.ServerSetting;
import dev.spoolmark.serversettings.ServerSettingKey;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.form.Form;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The settings in force with where each comes from, and those that can be changed here.
public final class SettingPages {

    private static final int LONGEST_VALUE = 500;

    private final AdminFeatures features;

    SettingPages(AdminFeatures features) {
        this.features = features;
    }

    /// @param changeable those that are stored in the database, unless a file, variable or option sets them
    /// @param all every setting in force
    public record SettingsPage(
            Layout layout,
            Form form,
            List<ServerSetting> changeable,
            List<Choice> registrations,
            List<ServerStatus.SettingInForce> all) {

        public SettingsPage {
            changeable = List.copyOf(changeable);
            registrations = List.copyOf(registrations);
            all = List.copyOf(all);
        }
    }

    void declare(PageRoutes routes) {
        routes.get("/admin/settings", PageAccess.ADMINISTRATOR, this::show)
                .post("/admin/settings", PageAccess.ADMINISTRATOR, this::change);
    }

    private Response show(PageRequest request) {
        List<ServerSetting> settings = settings(request);
        Map<String, String> values = new HashMap<>();
        settings.forEach(setting -> values.put(setting.key().key(), setting.value()));
        return request.page("page/admin/settings", page(request, Form.of(request.text(), values), settings));
    }

    /// Without those of another page.
    private List<ServerSetting> settings(PageRequest request) {
        return request.waiting(() -> features.serverSettings().current().settings()).stream()
                .filter(setting -> !setting.key().isBackup())
                .toList();
    }

    private SettingsPage page(PageRequest request, Form form, List<ServerSetting> settings) {
        return new SettingsPage(
                request.layout("admin.settings.title"),
                form,
                settings,
                Choice.of(Registration.class, request.text(), "admin.settings.registration."),
                request.waiting(() -> features.status().settings()));
    }

    /// Only what differs is stored, so that a default that is not touched stays one.
    private Response change(PageRequest request) {
        Form form = request.form();
        List<ServerSetting> settings = settings(request);
        Map<ServerSettingKey, String> changes = new EnumMap<>(ServerSettingKey.class);
        for (ServerSetting setting : settings) {
            String value = form.limited(setting.key().key(), LONGEST_VALUE);
            boolean sent = !form.all(setting.key().key()).isEmpty();
            if (sent && !setting.isFixed() && !value.equals(setting.value())) {
                changes.put(setting.key(), value);
            }
        }
        changes.forEach((key, value) -> {
            if (!features.serverSettings().isValid(key, value)) {
                form.error(key.key(), "admin.settings." + key.key() + ".invalid");
            }
        });
        if (form.hasErrors()) {
            return request.invalid("page/admin/settings", page(request, form, settings));
        }
        request.waiting(() -> {
            features.serverSettings().change(request.account(), changes, AdminRequest.actor(request));
            return changes;
        });
        return request.redirect("/admin/settings", "server_settings_changed");
    }
}
