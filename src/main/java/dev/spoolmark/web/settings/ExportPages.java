package dev.spoolmark.web.settings;

import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.http.Response;
import dev.spoolmark.transfer.ExportSpool;
import dev.spoolmark.transfer.SpooledExport;
import dev.spoolmark.transfer.TooManyExportsException;
import dev.spoolmark.web.Confirmation;
import dev.spoolmark.web.Notice;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.settings.AccountDataPages.AccountDataPage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The download of everything that is stored about a user.
public final class ExportPages {

    private static final String PATH = "/settings/data";
    private static final String POLICY = "sandbox; default-src 'none'";
    private static final int TOO_MANY_REQUESTS = 429;

    private final ExportSpool exports;

    public ExportPages(ExportSpool exports) {
        this.exports = exports;
    }

    /// The archive, or the time until the next export is allowed.
    private record Attempt(Optional<SpooledExport> export, Duration untilNext) {}

    public void declare(PageRoutes routes) {
        routes.post(PATH + "/export", PageAccess.SIGNED_IN, Confirmation.before(PATH, this::export));
    }

    private Response export(PageRequest request) {
        Attempt attempt = request.http().runBlocking(() -> attempt(request));
        return attempt.export().map(ExportPages::download).orElseGet(() -> tooMany(request, attempt.untilNext()));
    }

    private Attempt attempt(PageRequest request) {
        try {
            Actor by = Actor.web(request.http().client());
            return new Attempt(Optional.of(exports.write(request.account(), by)), Duration.ZERO);
        } catch (TooManyExportsException limited) {
            return new Attempt(Optional.empty(), limited.untilNext());
        }
    }

    private static Response download(SpooledExport export) {
        return Response.stored(200, "application/zip", export.bytes(), export.content())
                .with("Content-Disposition", "attachment; filename=\"" + export.name() + "\"")
                .with("Content-Security-Policy", POLICY)
                .with("Cache-Control", "no-store");
    }

    private static Response tooMany(PageRequest request, Duration wait) {
        long minutes = wait.plusSeconds(59).toMinutes();
        Notice notice = new Notice(Notice.Kind.ERROR, request.text().count("settings.export.too_many", minutes));
        return request.page(
                        TOO_MANY_REQUESTS,
                        "page/settings/data",
                        new AccountDataPage(request.layoutWith(List.of(notice), "settings.data.title")))
                .with("Retry-After", Response.retryAfterSeconds(wait));
    }
}
