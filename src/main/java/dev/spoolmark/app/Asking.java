package dev.spoolmark.app;

import dev.spoolmark.artwork.PictureAnswer;
import dev.spoolmark.artwork.PictureSource;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogLoad;
import dev.spoolmark.catalog.Completion;
import dev.spoolmark.catalog.Enquiries;
import dev.spoolmark.catalog.Interest;
import dev.spoolmark.catalog.Source;
import dev.spoolmark.catalog.SourceIntake;
import dev.spoolmark.catalog.SourceJobs;
import dev.spoolmark.catalog.Sources;
import dev.spoolmark.metadata.SourceName;
import dev.spoolmark.metadata.SourceWorker;
import dev.spoolmark.metadata.Tmdb;
import dev.spoolmark.metadata.Tvdb;
import dev.spoolmark.metadata.Tvmaze;
import dev.spoolmark.outgoing.Ask;
import dev.spoolmark.outgoing.Destination;
import dev.spoolmark.outgoing.Fetched;
import dev.spoolmark.outgoing.Line;
import dev.spoolmark.outgoing.Outgoing;
import dev.spoolmark.store.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Everything about asking sources, put together: which are on, the queue, the worker, and asking while somebody waits.
public final class Asking implements AutoCloseable {

    /// Answers that were kept for years still name pictures in this way. Nothing is asked for so.
    private static final String PLAIN = "http://";

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<Line> lines = new ArrayList<>();
    private final Sources sources;
    private final SourceJobs jobs;
    private final SourceWorker worker;
    private final Interest interest;
    private final Enquiries enquiries;

    Asking(
            Database database,
            Configuration.Asking configuration,
            InstantSource clock,
            Catalog catalog,
            Completion completion,
            Outgoing outgoing) {
        this.sources = new Sources(sources(configuration, outgoing));
        this.jobs = new SourceJobs(database, clock, UUID.randomUUID().toString());
        SourceIntake intake = new SourceIntake(catalog, completion, new CatalogLoad(database, clock, catalog));
        this.interest = new Interest(clock);
        this.worker = new SourceWorker(sources, jobs, intake);
        this.enquiries = new Enquiries(catalog, sources, intake, jobs, interest, PATIENCE);
    }

    private List<Source> sources(Configuration.Asking configuration, Outgoing outgoing) {
        List<Source> on = new ArrayList<>();
        if (configuration.tvmaze().enabled()) {
            // It bears 20 calls in 10 seconds, and counts redirects.
            on.add(new Tvmaze(
                    line(outgoing, configuration.tvmaze(), SourceName.TVMAZE, List.of("static.tvmaze.com"), 15)));
        }
        if (configuration.tmdb().isUsable()) {
            Line line = line(outgoing, configuration.tmdb(), SourceName.TMDB, List.of("image.tmdb.org"), 200);
            on.add(new Tmdb(line, configuration.tmdb().key(), outgoing.clock()));
        }
        if (configuration.tvdb().isUsable()) {
            Line line = line(outgoing, configuration.tvdb(), SourceName.TVDB, List.of("artworks.thetvdb.com"), 50);
            on.add(new Tvdb(line, configuration.tvdb().key(), outgoing.clock()));
        }
        return on;
    }

    private Line line(
            Outgoing outgoing,
            Configuration.Asking.Access access,
            SourceName name,
            List<String> pictures,
            int callsInTenSeconds) {
        Line line = outgoing.to(new Destination(
                name.word(), access.url(), pictures, access.allowed(), callsInTenSeconds, Duration.ofSeconds(10)));
        lines.add(line);
        return line;
    }

    public Sources sources() {
        return sources;
    }

    public SourceJobs jobs() {
        return jobs;
    }

    public SourceWorker worker() {
        return worker;
    }

    public Enquiries enquiries() {
        return enquiries;
    }

    /// Asks what is due, and what people looked at since; says how many questions that were.
    int round() {
        jobs.ask(interest);
        return worker.round();
    }

    /// Pictures come from the sources that told of them, and from nowhere else (`SEC-F1`).
    PictureSource pictures() {
        return address -> lineTo(address)
                .map(line -> picture(line, address))
                .or(() -> safe(address).flatMap(safe -> lineTo(safe).map(line -> picture(line, safe))))
                .orElseGet(PictureAnswer.NotThere::new);
    }

    private static Optional<String> safe(String address) {
        return address.startsWith(PLAIN)
                ? Optional.of("https://" + address.substring(PLAIN.length()))
                : Optional.empty();
    }

    private Optional<Line> lineTo(String address) {
        return lines.stream().filter(line -> line.reaches(address)).findFirst();
    }

    private static PictureAnswer picture(Line line, String address) {
        return switch (line.ask(Ask.image(address))) {
            case Fetched.Content content -> new PictureAnswer.Found(content.bytes());
            case Fetched.Missing _ -> new PictureAnswer.NotThere();
            case Fetched.Failed failed -> failed.passing() ? new PictureAnswer.NotNow() : new PictureAnswer.NotThere();
            case Fetched.Unasked _ -> new PictureAnswer.NotNow();
        };
    }

    /// What the start says: who is asked, and how to end that.
    public String said() {
        if (sources.all().isEmpty()) {
            return "no source is asked about titles that are not known";
        }
        return "titles that somebody names are asked for at "
                + sources.all().stream()
                        .map(source -> source.name() + " (sources." + source.name() + ".enabled = off ends that)")
                        .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        enquiries.close();
        lines.forEach(Line::close);
    }
}
