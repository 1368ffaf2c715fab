package dev.spoolmark.metadata;

import dev.spoolmark.catalog.merge.CompletionResult;
import dev.spoolmark.catalog.source.Source;
import dev.spoolmark.catalog.source.SourceChanges;
import dev.spoolmark.catalog.source.SourceJob;
import dev.spoolmark.catalog.source.SourceJobs;
import dev.spoolmark.catalog.source.SourceResult;
import dev.spoolmark.catalog.source.SourceResult.Failed;
import dev.spoolmark.catalog.source.SourceResult.Found;
import dev.spoolmark.catalog.source.SourceResult.NotFound;
import dev.spoolmark.catalog.source.SourceResult.Skipped;
import dev.spoolmark.catalog.source.SourceResultApplier;
import dev.spoolmark.catalog.source.Sources;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// Runs the lookups of the queue, a few at a time, and stores their results.
public final class SourceWorker {

    /// Responses take some megabytes each while they are read; a small machine has memory for this many.
    private static final int MAX_CONCURRENT = 2;

    private final Sources sources;
    private final SourceJobs jobs;
    private final SourceResultApplier applier;
    private final Map<String, Optional<Instant>> noted = new ConcurrentHashMap<>();

    public SourceWorker(Sources sources, SourceJobs jobs, SourceResultApplier applier) {
        this.sources = sources;
        this.jobs = jobs;
        this.applier = applier;
    }

    /// Runs the lookups that are due.
    ///
    /// @return how many there were
    public int runDue() {
        List<SourceJob> leased = jobs.lease(sources.ready(), MAX_CONCURRENT);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            leased.forEach(job -> threads.execute(() -> work(job)));
        }
        sources.all().forEach(this::recordStatus);
        return leased.size();
    }

    /// Stores the status of a source if it changed.
    private void recordStatus(Source source) {
        Optional<String> failure = sources.newFailure(source);
        Optional<Instant> open = source.openUntil();
        if (failure.isPresent() || !open.equals(noted.put(source.name(), open))) {
            jobs.recordStatus(source, failure.orElse(null));
        }
    }

    private void work(SourceJob job) {
        SourceResult result = JsonClient.toResult(() -> sources.lookUp(job.query()));
        try {
            store(job, result);
        } catch (Throwable e) {
            jobs.markFailed(job, "its answer could not be kept (" + e.getClass().getSimpleName() + ")");
        }
    }

    private void store(SourceJob job, SourceResult result) {
        if (Thread.currentThread().isInterrupted()) {
            return; // the server stops and releases its leases
        }
        switch (result) {
            case Found found -> store(job, found, applier.complete(job.item(), found));
            case NotFound(List<String> warnings) -> jobs.markNotFound(job, warnings);
            case Failed(String reason) -> jobs.markFailed(job, reason);
            case Skipped _ -> jobs.postpone(job);
        }
    }

    private void store(SourceJob job, Found result, CompletionResult completed) {
        if (completed.result() == CompletionResult.Result.REJECTED) {
            jobs.markNotFound(job, completed.warnings());
        } else {
            jobs.markFound(job, result.item(), completed);
        }
    }

    /// Requests recent changes from each source that supports it, if that is due.
    public void readChanges() {
        for (Source source : sources.all()) {
            if (source.openUntil().isEmpty()) {
                jobs.dueFeed(source).ifPresent(window -> feed(source, source.changesSince(window)));
            }
        }
    }

    private void feed(Source source, List<SourceChanges> all) {
        all.forEach(jobs::changed);
        Optional<String> failure = all.stream()
                .flatMap(changes -> Stream.ofNullable(changes.failure()))
                .findFirst();
        failure.ifPresentOrElse(
                reason -> jobs.recordStatus(
                        source, "could not say what changed: it " + reason + "; asked again in an hour"),
                () -> jobs.markFeedRead(source));
    }
}
