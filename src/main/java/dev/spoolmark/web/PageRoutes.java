package dev.spoolmark.web;

import java.util.ArrayList;
import java.util.List;

/// Collects the pages of the server.
public final class PageRoutes {

    private final List<PageRoute> routes = new ArrayList<>();

    /// Adds a page.
    public PageRoutes get(String path, PageAccess access, PageHandler handler) {
        routes.add(new PageRoute("GET", path, access, handler, false));
        return this;
    }

    /// Adds what a form is sent to.
    public PageRoutes post(String path, PageAccess access, PageHandler handler) {
        routes.add(new PageRoute("POST", path, access, handler, false));
        return this;
    }

    /// Adds what a form with a file is sent to. The handler reads it with [Upload].
    public PageRoutes upload(String path, PageAccess access, PageHandler handler) {
        routes.add(new PageRoute("POST", path, access, handler, true));
        return this;
    }

    /// All routes in the order of their addition.
    public List<PageRoute> all() {
        return List.copyOf(routes);
    }
}
