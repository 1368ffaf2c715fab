package dev.spoolmark.web.admin;

import dev.spoolmark.http.Response;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import java.util.List;

/// Version, licences of the libraries, credits of the sources.
public final class AboutPages {

    private final ServerStatus status;
    private final List<Library> libraries = Library.all();

    AboutPages(ServerStatus status) {
        this.status = status;
    }

    public record AboutPage(Layout layout, String version, String database, String java, List<Library> libraries) {

        public AboutPage {
            libraries = List.copyOf(libraries);
        }
    }

    void declare(PageRoutes routes) {
        routes.get("/admin/about", PageAccess.ADMINISTRATOR, this::show);
    }

    private Response show(PageRequest request) {
        return request.page(
                "page/admin/about",
                new AboutPage(
                        request.layout("admin.about.title"),
                        status.version(),
                        status.database(),
                        Runtime.version().toString(),
                        libraries));
    }
}
