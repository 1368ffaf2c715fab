package dev.spoolmark.web.admin;

import dev.spoolmark.http.Response;
import dev.spoolmark.serversettings.ServerSetting;
import dev.spoolmark.serversettings.ServerSettingKey;
import dev.spoolmark.serversettings.ServerSettingValues;
import dev.spoolmark.serversettings.ServerSettings;
import dev.spoolmark.web.Confirmation;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Form;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Backups: make, download, delete, and how to schedule them.
public final class BackupPages {

    private static final String PAGE = "/admin/backup";
    private static final int LONGEST_VALUE = 10;

    private final Backups backups;
    private final ServerStatus status;
    private final ServerSettings settings;

    BackupPages(AdminFeatures features) {
        this.backups = features.backups();
        this.status = features.status();
        this.settings = features.serverSettings();
    }

    /// @param files newest first
    /// @param freeDiskBytes -1 if unknown
    /// @param schedule settings of the schedule
    /// @param timeZone of the schedule
    public record BackupPage(
            Layout layout,
            Form form,
            boolean isSupported,
            Backups.State state,
            List<Backups.BackupFile> files,
            long freeDiskBytes,
            List<ServerSetting> schedule,
            String timeZone) {

        public BackupPage {
            files = List.copyOf(files);
            schedule = List.copyOf(schedule);
        }

        /// Per cent of the backup that is being written, at most 99.
        public int percent() {
            return state instanceof Backups.Running running && running.total() > 0
                    ? (int) Math.min(99, running.written() * 100 / running.total())
                    : 0;
        }
    }

    void declare(PageRoutes routes) {
        routes.get(PAGE, PageAccess.ADMINISTRATOR, this::show)
                .post(PAGE, PageAccess.ADMINISTRATOR, this::start)
                .post(PAGE + "/schedule", PageAccess.ADMINISTRATOR, this::schedule)
                .get(PAGE + "/{name}", PageAccess.ADMINISTRATOR, this::download)
                .post(PAGE + "/{name}/delete", PageAccess.ADMINISTRATOR, this::delete);
    }

    private Response show(PageRequest request) {
        ServerSettingValues current = request.waiting(settings::current);
        Map<String, String> values = new HashMap<>();
        scheduleOf(current).forEach(setting -> values.put(setting.key().key(), setting.value()));
        return request.page("page/admin/backup", page(request, current, Form.of(request.text(), values)));
    }

    private BackupPage page(PageRequest request, ServerSettingValues current, Form form) {
        return request.waiting(() -> new BackupPage(
                request.layout("admin.backup.title"),
                form,
                backups.isSupported(),
                backups.state(),
                backups.list(),
                status.freeDiskBytes(),
                scheduleOf(current),
                current.accountDefaults().defaultTimeZone().getId()));
    }

    private static List<ServerSetting> scheduleOf(ServerSettingValues current) {
        return current.settings().stream()
                .filter(setting -> setting.key().isBackup())
                .toList();
    }

    private Response schedule(PageRequest request) {
        Form form = request.form();
        ServerSettingValues current = request.waiting(settings::current);
        Map<ServerSettingKey, String> changes = new EnumMap<>(ServerSettingKey.class);
        for (ServerSetting setting : scheduleOf(current)) {
            String name = setting.key().key();
            String value = form.limited(name, LONGEST_VALUE);
            if (!settings.isValid(setting.key(), value)) {
                form.error(name, "admin." + name + ".invalid");
            } else if (!setting.isFixed() && !value.equals(setting.value())) {
                changes.put(setting.key(), value);
            }
        }
        if (form.hasErrors()) {
            return request.invalid("page/admin/backup", page(request, current, form));
        }
        request.waiting(() -> {
            settings.change(request.account(), changes, AdminRequest.actor(request));
            return changes;
        });
        return request.redirect(PAGE, "backup_schedule_changed");
    }

    private Response start(PageRequest request) {
        boolean started = backups.start(request.account(), AdminRequest.actor(request));
        return request.redirect(PAGE, started ? "backup_started" : "backup_not_started");
    }

    /// A backup holds everything that users stored, so the password is asked for again.
    private Response download(PageRequest request) {
        String name = request.variable("name");
        return Confirmation.before(PAGE + "/" + AdminRequest.encode(name), confirmed -> content(confirmed, name))
                .handle(request);
    }

    private Response content(PageRequest request, String name) {
        Backups.Content content =
                request.waiting(() -> backups.open(name, request.account(), AdminRequest.actor(request))
                        .orElseThrow(() -> AdminRequest.notFound("backup")));
        Backups.BackupFile file = content.file();
        return Response.stored(200, "application/octet-stream", file.bytes(), content.bytes())
                .with("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
    }

    private Response delete(PageRequest request) {
        boolean deleted = request.waiting(
                () -> backups.delete(request.variable("name"), request.account(), AdminRequest.actor(request)));
        if (!deleted) {
            throw AdminRequest.notFound("backup");
        }
        return request.redirect(PAGE, "backup_deleted");
    }
}
