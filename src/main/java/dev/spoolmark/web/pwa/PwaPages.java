package dev.spoolmark.web.pwa;

import dev.spoolmark.http.Response;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What makes the pages an application on a phone, and the list of the shortcuts of the keyboard.
public final class PwaPages {

    private static final String FRESH = "no-cache";

    /// A worker loads its assets and pages from this server only.
    private static final String WORKER_POLICY = "default-src 'none'; connect-src 'self'";

    /// Its script adds what waits on the device.
    public record OfflinePage(Layout layout) {}

    /// @param isOff whether the user has turned the shortcuts off
    public record KeyboardPage(Layout layout, boolean isOff, List<ShortcutGroup> groups) {

        public KeyboardPage {
            groups = List.copyOf(groups);
        }
    }

    public void declare(PageRoutes routes) {
        routes.get("/manifest.webmanifest", PageAccess.PUBLIC, PwaPages::manifest)
                .get("/sw.js", PageAccess.PUBLIC, PwaPages::worker)
                .get("/apple-touch-icon.png", PageAccess.PUBLIC, PwaPages::icon)
                .get("/offline", PageAccess.PUBLIC, PwaPages::offline)
                .get("/keyboard", PageAccess.PUBLIC, PwaPages::keyboard);
    }

    private static Response manifest(PageRequest request) {
        return Response.of(200, "application/manifest+json; charset=utf-8", WebManifest.json(request))
                .with("Cache-Control", FRESH)
                .with("Vary", "Accept-Language, Cookie");
    }

    private static Response worker(PageRequest request) {
        String script = ServiceWorkerScript.of(request.site().links());
        return Response.of(200, "text/javascript; charset=utf-8", script.getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", FRESH)
                .with("Content-Security-Policy", WORKER_POLICY)
                .with("Service-Worker-Allowed", request.site().links().to("/"));
    }

    /// Devices look for this address without reading a page.
    private static Response icon(PageRequest request) {
        return request.leave(request.site().links().asset("apple-touch-icon.png"));
    }

    private static Response offline(PageRequest request) {
        return request.page("page/pwa/offline", new OfflinePage(request.layout("pwa.offline.title")));
    }

    private static Response keyboard(PageRequest request) {
        boolean isOff = request.currentSession()
                .map(session -> !session.account().preferences().pages().keyboard())
                .orElse(false);
        return request.page(
                "page/pwa/keyboard",
                new KeyboardPage(request.layout("pwa.keyboard.title"), isOff, ShortcutGroup.all(request.text())));
    }
}
