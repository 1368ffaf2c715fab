package dev.spoolmark.web;

import dev.spoolmark.http.Response;

/// The first page and the page about the server.
public final class HomePages {

    private final String version;

    /// @param version of the server
    public HomePages(String version) {
        this.version = version;
    }

    /// @param address where players reach the server
    public record HomePage(Layout layout, String address) {}

    /// @param version of the server
    public record AboutPage(Layout layout, String version) {}

    public void declare(PageRoutes routes) {
        routes.get("/", PageAccess.PUBLIC, HomePages::home).get("/about", PageAccess.PUBLIC, this::about);
    }

    private static Response home(PageRequest request) {
        return request.page(
                "page/home",
                new HomePage(request.layout("home.title"), request.http().base()));
    }

    private Response about(PageRequest request) {
        return request.page("page/about", new AboutPage(request.layout("about.title"), version));
    }
}
