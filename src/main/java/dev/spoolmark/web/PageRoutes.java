package dev.spoolmark.web;

import dev.spoolmark.http.TemplateRouter;
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

    /// Adds what a form with a file is sent to. The handler reads it with [Upload] or [StreamedUpload].
    public PageRoutes upload(String path, PageAccess access, PageHandler handler) {
        routes.add(new PageRoute("POST", path, access, handler, true));
        return this;
    }

    /// Whether there is a page or a form with this path.
    ///
    /// @param rawPath as in an address, with a slash at the beginning
    public boolean hasPath(String rawPath) {
        return new TemplateRouter<>(routes).hasPath(rawPath);
    }

    /// All routes in the order of their addition.
    public List<PageRoute> all() {
        return List.copyOf(routes);
    }
}
