package dev.spoolmark.web;

import dev.spoolmark.http.Response;
import java.util.function.BooleanSupplier;

/// The first page and the page about the server.
public final class HomePages {

    private final String version;
    private final BooleanSupplier setupNeeded;
    private final PageHandler userHome;
    private volatile boolean isSetUp;

    /// @param version of the server
    /// @param setupNeeded whether the server has no account; once it has one, this is not asked again
    /// @param userHome the first page of a user who has signed in
    public HomePages(String version, BooleanSupplier setupNeeded, PageHandler userHome) {
        this.version = version;
        this.setupNeeded = setupNeeded;
        this.userHome = userHome;
    }

    /// @param address where players reach the server
    public record HomePage(Layout layout, String address) {}

    /// @param version of the server
    public record AboutPage(Layout layout, String version) {

        /// Where most facts about shows come from.
        public String tvmaze() {
            return "https://www.tvmaze.com";
        }

        /// The licence of these facts.
        public String licence() {
            return "https://creativecommons.org/licenses/by-sa/4.0/";
        }
    }

    public void declare(PageRoutes routes) {
        routes.get("/", PageAccess.PUBLIC, this::home).get("/about", PageAccess.PUBLIC, this::about);
    }

    private Response home(PageRequest request) {
        if (request.currentSession().isPresent()) {
            return userHome.handle(request);
        }
        isSetUp = isSetUp || !request.waiting(setupNeeded::getAsBoolean);
        if (!isSetUp) {
            return request.redirect("/setup");
        }
        return request.page(
                "page/home",
                new HomePage(request.layout("home.title"), request.http().base()));
    }

    private Response about(PageRequest request) {
        return request.page("page/about", new AboutPage(request.layout("about.title"), version));
    }
}
