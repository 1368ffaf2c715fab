package dev.spoolmark.web.admin;

import dev.spoolmark.http.Response;
import dev.spoolmark.web.Confirmation;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import java.util.List;

/// Backups: make, download, delete, and how to schedule them.
public final class BackupPages {

    private static final String PAGE = "/admin/backup";

    private final Backups backups;
    private final ServerStatus status;

    BackupPages(AdminFeatures features) {
        this.backups = features.backups();
        this.status = features.status();
    }

    /// @param files newest first
    /// @param freeDiskBytes -1 if unknown
    public record BackupPage(
            Layout layout,
            boolean isSupported,
            Backups.State state,
            List<Backups.BackupFile> files,
            long freeDiskBytes) {

        public BackupPage {
            files = List.copyOf(files);
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
                .get(PAGE + "/{name}", PageAccess.ADMINISTRATOR, this::download)
                .post(PAGE + "/{name}/delete", PageAccess.ADMINISTRATOR, this::delete);
    }

    private Response show(PageRequest request) {
        return request.page(
                "page/admin/backup",
                request.waiting(() -> new BackupPage(
                        request.layout("admin.backup.title"),
                        backups.isSupported(),
                        backups.state(),
                        backups.list(),
                        status.freeDiskBytes())));
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
