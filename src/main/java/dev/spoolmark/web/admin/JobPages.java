package dev.spoolmark.web.admin;

import dev.spoolmark.core.BackgroundTask;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The background tasks of this server and what they do.
public final class JobPages {

    private final AdminFeatures features;

    JobPages(AdminFeatures features) {
        this.features = features;
    }

    /// @param description what the task does, in the language of the page
    /// @param lastRun null before the first run
    /// @param progress in the language of the page; null if it is not known
    public record Row(
            BackgroundTask.State task,
            String description,
            @Nullable Instant lastRun,
            @Nullable String progress) {}

    public record JobsPage(Layout layout, List<Row> rows) {

        public JobsPage {
            rows = List.copyOf(rows);
        }
    }

    void declare(PageRoutes routes) {
        routes.get("/admin/jobs", PageAccess.ADMINISTRATOR, this::show);
    }

    private Response show(PageRequest request) {
        JobsPage page = request.waiting(() -> new JobsPage(
                request.layout("admin.jobs.title"),
                features.status().tasks().stream()
                        .sorted(Comparator.comparing(BackgroundTask.State::name))
                        .map(task -> row(request, task))
                        .toList()));
        return request.page("page/admin/jobs", page);
    }

    private Row row(PageRequest request, BackgroundTask.State task) {
        String key = "admin.job." + task.name();
        return new Row(
                task,
                request.text().has(key) ? request.text().get(key) : task.name(),
                task.runs() == 0 ? null : features.clock().instant().minus(task.sinceLast()),
                progress(request, task.name()));
    }

    private @Nullable String progress(PageRequest request, String task) {
        return switch (task) {
            case "sources" ->
                request.text()
                        .count("admin.job.due", features.sourceJobs().state().due());
            case "imdb" ->
                features.status()
                        .dataset()
                        .flatMap(state -> state.running()
                                ? Optional.of(request.text().get("admin.job.importing"))
                                : Optional.ofNullable(state.outcome()))
                        .orElse(null);
            default -> null;
        };
    }
}
