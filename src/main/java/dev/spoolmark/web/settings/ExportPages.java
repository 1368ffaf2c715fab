package dev.spoolmark.web.settings;

import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.http.Response;
import dev.spoolmark.transfer.ExportFormat;
import dev.spoolmark.transfer.ExportSpool;
import dev.spoolmark.transfer.ExportTooLargeException;
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

/// The download of everything that is stored about a user.
public final class ExportPages {

    private static final String PATH = "/settings/data";
    private static final String POLICY = "sandbox; default-src 'none'";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final ExportSpool exports;

    public ExportPages(ExportSpool exports) {
        this.exports = exports;
    }

    private sealed interface Attempt {

        record Written(SpooledExport export) implements Attempt {}

        record TooMany(Duration untilNext) implements Attempt {}

        record TooLarge() implements Attempt {}
    }

    public void declare(PageRoutes routes) {
        routes.post(PATH + "/export", PageAccess.SIGNED_IN, Confirmation.beforeDownload(PATH, this::export));
    }

    private Response export(PageRequest request) {
        Attempt result = request.http().runBlocking(() -> attempt(request));
        return switch (result) {
            case Attempt.Written(SpooledExport export) -> download(export, format(request));
            case Attempt.TooMany(Duration wait) -> tooMany(request, wait);
            case Attempt.TooLarge() ->
                rejected(request, UNAVAILABLE, request.text().get("settings.export.too_large"));
        };
    }

    private Attempt attempt(PageRequest request) {
        try {
            Actor by = Actor.web(request.http().client());
            return new Attempt.Written(exports.write(format(request), request.account(), by));
        } catch (TooManyExportsException limited) {
            return new Attempt.TooMany(limited.untilNext());
        } catch (ExportTooLargeException tooLarge) {
            return new Attempt.TooLarge();
        }
    }

    /// Everything, unless the form names another format.
    private static ExportFormat format(PageRequest request) {
        return ExportFormat.find(request.form().text("format")).orElse(ExportFormat.SPOOLMARK);
    }

    private static Response download(SpooledExport export, ExportFormat format) {
        return Response.stored(200, format.mediaType(), export.bytes(), export.content())
                .with("Content-Disposition", "attachment; filename=\"" + export.name() + "\"")
                .with("Content-Security-Policy", POLICY)
                .with("Cache-Control", "no-store");
    }

    private static Response tooMany(PageRequest request, Duration wait) {
        long minutes = wait.plusSeconds(59).toMinutes();
        return rejected(request, TOO_MANY_REQUESTS, request.text().count("settings.export.too_many", minutes))
                .with("Retry-After", Response.retryAfterSeconds(wait));
    }

    private static Response rejected(PageRequest request, int status, String reason) {
        Notice notice = new Notice(Notice.Kind.ERROR, reason);
        return request.page(
                status,
                "page/settings/data",
                new AccountDataPage(request.layoutWith(List.of(notice), "settings.data.title")));
    }
}
