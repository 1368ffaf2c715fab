package dev.spoolmark.web;

import dev.spoolmark.http.Response;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Addresses that programs look for on every server: `/robots.txt` (RFC 9309), `/.well-known/security.txt` (RFC
/// 9116), `/.well-known/change-password` (W3C) and `/favicon.ico`.
public final class WellKnownPages {

    /// Search engines stay out: what people watch is nobody's business unless they publish it.
    private static final String ROBOTS = "User-agent: *\nDisallow: /\n";

    private final InstantSource clock;

    public WellKnownPages(InstantSource clock) {
        this.clock = clock;
    }

    public void declare(PageRoutes routes) {
        routes.get("/robots.txt", PageAccess.PUBLIC, request -> text(ROBOTS))
                .get("/.well-known/security.txt", PageAccess.PUBLIC, request -> text(security(request)))
                .get(
                        "/.well-known/change-password",
                        PageAccess.PUBLIC,
                        request -> request.redirect("/settings/security"))
                .get("/favicon.ico", PageAccess.PUBLIC, WellKnownPages::icon);
    }

    /// Security problems are reported to the operator of this server. The file has to name a day after which it is
    /// no longer valid; it is always a month ahead.
    private String security(PageRequest request) {
        String expires = DateTimeFormatter.ISO_INSTANT.format(clock.instant()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .plus(Period.ofMonths(1))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant());
        return "Contact: " + request.http().base() + "/about\nExpires: " + expires + "\nPreferred-Languages: en, de\n";
    }

    private static Response text(String text) {
        return Response.of(200, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "public, max-age=86400");
    }

    /// Browsers that ask for this address understand SVG as well.
    private static Response icon(PageRequest request) {
        return PageHeaders.redirect(request.site().links().asset("favicon.svg"));
    }
}
