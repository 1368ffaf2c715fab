package dev.spoolmark.web.admin;

import dev.spoolmark.catalog.ingest.DatasetStatus;
import dev.spoolmark.catalog.source.SourceQueueStatus;
import dev.spoolmark.catalog.source.SourceQueueStatus.Condition;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The metadata sources: configuration, state, queue of lookups, last failures.
public final class SourcePages {

    private final AdminFeatures features;

    SourcePages(AdminFeatures features) {
        this.features = features;
    }

    /// A source with its state at the last lookup.
    ///
    /// @param pausedUntil null unless it is paused now
    /// @param condition null if nothing was looked up there yet
    public record Row(
            ServerStatus.SourceAccess access,
            @Nullable Instant pausedUntil,
            @Nullable Condition condition) {}

    /// @param dataset state of the IMDb directory, or null
    public record SourcesPage(
            Layout layout,
            List<Row> rows,
            SourceQueueStatus queue,
            @Nullable DatasetStatus dataset) {

        public SourcesPage {
            rows = List.copyOf(rows);
        }
    }

    void declare(PageRoutes routes) {
        routes.get("/admin/sources", PageAccess.ADMINISTRATOR, this::show);
    }

    private Response show(PageRequest request) {
        SourcesPage page = request.waiting(() -> {
            SourceQueueStatus queue = features.sourceJobs().state();
            return new SourcesPage(
                    request.layout("admin.sources.title"),
                    features.status().sources().stream()
                            .map(access -> row(access, queue))
                            .toList(),
                    queue,
                    features.status().dataset().orElse(null));
        });
        return request.page("page/admin/sources", page);
    }

    private Row row(ServerStatus.SourceAccess access, SourceQueueStatus queue) {
        return queue.sources().stream()
                .filter(condition -> condition.name().equals(access.name()))
                .findFirst()
                .map(condition -> new Row(access, pausedUntil(condition), condition))
                .orElseGet(() -> new Row(access, null, null));
    }

    private @Nullable Instant pausedUntil(Condition condition) {
        Instant until = condition.openUntil();
        return until != null && features.clock().instant().isBefore(until) ? until : null;
    }
}
