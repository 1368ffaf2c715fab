package dev.spoolmark.web.pwa;

import dev.spoolmark.http.json.Json;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.web.Links;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.text.Texts;
import java.util.List;

/// The manifest with which a phone installs the pages as an application (W3C Web Application Manifest).
final class WebManifest {

    /// As in the style sheet: `--surface` and `--paper`, light.
    private static final String THEME = "#ffffff";

    private static final String BACKGROUND = "#fbfaf8";

    private WebManifest() {}

    /// In the language of the user.
    static byte[] json(PageRequest request) {
        Links links = request.site().links();
        Texts texts = request.text();
        String name = request.site().serverName();
        return Json.bytes(new JsonObject()
                .put("id", links.to("/"))
                .put("name", name)
                .put("short_name", name)
                .put("description", texts.get("pwa.description"))
                .put("lang", texts.languageTag())
                .put("dir", texts.direction())
                .put("start_url", links.to("/"))
                .put("scope", links.to("/"))
                .put("display", "standalone")
                .put("theme_color", THEME)
                .put("background_color", BACKGROUND)
                .put("categories", List.of("entertainment", "lifestyle"))
                .put(
                        "icons",
                        List.of(
                                icon(links, "icon-192.png", "192x192", "any"),
                                icon(links, "icon-512.png", "512x512", "any"),
                                icon(links, "icon-maskable-512.png", "512x512", "maskable"),
                                icon(links, "logo.svg", "any", "any")))
                .put(
                        "shortcuts",
                        List.of(
                                shortcut(links, texts.get("pwa.shortcut.home"), "/"),
                                shortcut(links, texts.get("nav.search"), "/find"),
                                shortcut(links, texts.get("schedule.title"), "/calendar")))
                .put("share_target", shareTarget(links)));
    }

    private static JsonObject icon(Links links, String file, String sizes, String purpose) {
        return new JsonObject()
                .put("src", links.asset(file))
                .put("sizes", sizes)
                .put("type", file.endsWith(".svg") ? "image/svg+xml" : "image/png")
                .put("purpose", purpose);
    }

    private static JsonObject shortcut(Links links, String name, String path) {
        return new JsonObject()
                .put("name", name)
                .put("url", links.to(path))
                .put("icons", List.of(icon(links, "icon-192.png", "192x192", "any")));
    }

    /// What another application shares is searched for. A GET, so that it survives signing in.
    private static JsonObject shareTarget(Links links) {
        return new JsonObject()
                .put("action", links.to("/find"))
                .put("method", "GET")
                .put("enctype", "application/x-www-form-urlencoded")
                .put(
                        "params",
                        new JsonObject()
                                .put("title", "title")
                                .put("text", "text")
                                .put("url", "url"));
    }
}
