package dev.spoolmark.web.admin;

import dev.spoolmark.http.Response;
import dev.spoolmark.stats.ServerCounts;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The first page of administrators: health, size, and what needs attention.
public final class OverviewPages {

    private final AdminFeatures features;

    OverviewPages(AdminFeatures features) {
        this.features = features;
    }

    /// @param problem why the server is unhealthy, or null
    /// @param freeDiskBytes -1 if unknown
    /// @param attention what the administrator should look at
    public record OverviewPage(
            Layout layout,
            @Nullable String problem,
            String version,
            String database,
            Instant startedAt,
            long users,
            ServerCounts counts,
            long freeDiskBytes,
            List<Attention> attention) {

        public OverviewPage {
            attention = List.copyOf(attention);
        }
    }

    void declare(PageRoutes routes) {
        routes.get("/admin", PageAccess.ADMINISTRATOR, this::show);
    }

    private Response show(PageRequest request) {
        ServerStatus status = features.status();
        return request.page(
                "page/admin/overview",
                request.waiting(() -> new OverviewPage(
                        request.layout("admin.title"),
                        status.healthProblem().orElse(null),
                        status.version(),
                        status.database(),
                        status.startedAt(),
                        features.accounts().count(),
                        features.statistics().server(),
                        status.freeDiskBytes(),
                        Attention.list(features))));
    }
}
