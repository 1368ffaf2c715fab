package dev.spoolmark.metadata;

import dev.spoolmark.catalog.Answer;
import dev.spoolmark.catalog.Answer.Failed;
import dev.spoolmark.catalog.Answer.Told;
import dev.spoolmark.catalog.Answer.Unasked;
import dev.spoolmark.catalog.Answer.Unknown;
import dev.spoolmark.catalog.Changes;
import dev.spoolmark.catalog.Completed;
import dev.spoolmark.catalog.Source;
import dev.spoolmark.catalog.SourceIntake;
import dev.spoolmark.catalog.SourceJob;
import dev.spoolmark.catalog.SourceJobs;
import dev.spoolmark.catalog.Sources;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// Asks the sources what the queue holds, a few questions at once, and hands the answers to the catalogue.
public final class SourceWorker {

    /// Answers are held in memory while they are read, some megabytes each; a small machine has room for this many.
    private static final int AT_ONCE = 2;

    private final Sources sources;
    private final SourceJobs jobs;
    private final SourceIntake intake;
    private final Map<String, Optional<Instant>> noted = new ConcurrentHashMap<>();

    public SourceWorker(Sources sources, SourceJobs jobs, SourceIntake intake) {
        this.sources = sources;
        this.jobs = jobs;
        this.intake = intake;
    }

    /// Asks what is due, a handful at a time; says how many questions that were.
    public int round() {
        List<SourceJob> taken = jobs.take(sources.ready(), AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            taken.forEach(job -> threads.execute(() -> work(job)));
        }
        sources.all().forEach(this::note);
        return taken.size();
    }

    /// Leaves word of a source when there is something new to say.
    private void note(Source source) {
        Optional<String> failure = sources.newFailure(source);
        Optional<Instant> open = source.openUntil();
        if (failure.isPresent() || !open.equals(noted.put(source.name(), open))) {
            jobs.note(source, failure.orElse(null));
        }
    }

    private void work(SourceJob job) {
        Answer answer = JsonLine.told(() -> sources.ask(job.question()));
        try {
            take(job, answer);
        } catch (Throwable e) {
            jobs.failed(job, "its answer could not be kept (" + e.getClass().getSimpleName() + ")");
        }
    }

    private void take(SourceJob job, Answer answer) {
        if (Thread.currentThread().isInterrupted()) {
            return; // the server stops, and gives the question back
        }
        switch (answer) {
            case Told told -> take(job, told, intake.complete(job.item(), told));
            case Unknown(List<String> remarks) -> jobs.unknown(job, remarks);
            case Failed(String reason) -> jobs.failed(job, reason);
            case Unasked _ -> jobs.postpone(job);
        }
    }

    private void take(SourceJob job, Told told, Completed completed) {
        if (completed.result() == Completed.Result.REFUSED) {
            jobs.unknown(job, completed.remarks());
        } else {
            jobs.known(job, told.item(), completed);
        }
    }

    /// Asks each source that can say so what changed there, when it is time.
    public void feeds() {
        for (Source source : sources.all()) {
            if (source.openUntil().isEmpty()) {
                jobs.feedIsDue(source).ifPresent(lately -> feed(source, source.changes(lately)));
            }
        }
    }

    private void feed(Source source, List<Changes> all) {
        all.forEach(jobs::changed);
        Optional<String> failure = all.stream()
                .flatMap(changes -> Stream.ofNullable(changes.failure()))
                .findFirst();
        failure.ifPresentOrElse(
                reason -> jobs.note(source, "could not say what changed: it " + reason + "; asked again in an hour"),
                () -> jobs.fed(source));
    }
}
