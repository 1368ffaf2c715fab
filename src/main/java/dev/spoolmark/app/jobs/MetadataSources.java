package dev.spoolmark.app.jobs;

import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.artwork.ImageFetcher;
import dev.spoolmark.artwork.ImageResult;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.merge.CatalogMerge;
import dev.spoolmark.catalog.source.OnDemandLookup;
import dev.spoolmark.catalog.source.Source;
import dev.spoolmark.catalog.source.SourceJobs;
import dev.spoolmark.catalog.source.SourceResultApplier;
import dev.spoolmark.catalog.source.Sources;
import dev.spoolmark.catalog.source.ViewedItems;
import dev.spoolmark.db.Database;
import dev.spoolmark.http.client.FetchResult;
import dev.spoolmark.http.client.UpstreamClient;
import dev.spoolmark.http.client.UpstreamClients;
import dev.spoolmark.http.client.UpstreamRequest;
import dev.spoolmark.http.client.UpstreamTarget;
import dev.spoolmark.metadata.SourceName;
import dev.spoolmark.metadata.SourceWorker;
import dev.spoolmark.metadata.tmdb.Tmdb;
import dev.spoolmark.metadata.tvdb.Tvdb;
import dev.spoolmark.metadata.tvmaze.Tvmaze;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Assembly of metadata lookups: enabled sources, queue, worker, and lookups during a request.
public final class MetadataSources implements AutoCloseable {

    /// Image host of stored TMDB data. No request goes to it for metadata.
    private static final String PLAIN = "http://";

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<UpstreamClient> lines = new ArrayList<>();
    private final Sources sources;
    private final SourceJobs jobs;
    private final SourceWorker worker;
    private final ViewedItems interest;
    private final OnDemandLookup enquiries;

    public MetadataSources(
            Database database,
            Configuration.Asking configuration,
            InstantSource clock,
            Catalog catalog,
            CatalogMerge completion,
            UpstreamClients outgoing) {
        this.sources = new Sources(sources(configuration, outgoing));
        this.jobs = new SourceJobs(database, clock, UUID.randomUUID().toString());
        SourceResultApplier intake =
                new SourceResultApplier(catalog, completion, new CatalogImport(database, clock, catalog));
        this.interest = new ViewedItems(clock);
        this.worker = new SourceWorker(sources, jobs, intake);
        this.enquiries = new OnDemandLookup(catalog, sources, intake, jobs, interest, PATIENCE);
    }

    private List<Source> sources(Configuration.Asking configuration, UpstreamClients outgoing) {
        List<Source> on = new ArrayList<>();
        if (configuration.tvmaze().enabled()) {
            // It bears 20 calls in 10 seconds, and counts redirects.
            on.add(new Tvmaze(
                    client(outgoing, configuration.tvmaze(), SourceName.TVMAZE, List.of("static.tvmaze.com"), 15)));
        }
        if (configuration.tmdb().isUsable()) {
            UpstreamClient client =
                    client(outgoing, configuration.tmdb(), SourceName.TMDB, List.of("image.tmdb.org"), 200);
            on.add(new Tmdb(client, configuration.tmdb().key(), outgoing.clock()));
        }
        if (configuration.tvdb().isUsable()) {
            UpstreamClient client =
                    client(outgoing, configuration.tvdb(), SourceName.TVDB, List.of("artworks.thetvdb.com"), 50);
            on.add(new Tvdb(client, configuration.tvdb().key(), outgoing.clock()));
        }
        return on;
    }

    private UpstreamClient client(
            UpstreamClients outgoing,
            Configuration.Asking.Access access,
            SourceName name,
            List<String> pictures,
            int callsInTenSeconds) {
        UpstreamClient client = outgoing.open(new UpstreamTarget(
                name.key(), access.url(), pictures, access.allowed(), callsInTenSeconds, Duration.ofSeconds(10)));
        lines.add(client);
        return client;
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

    public OnDemandLookup enquiries() {
        return enquiries;
    }

    /// Looks up due items, and items viewed since; returns the number of lookups.
    int runOnce() {
        jobs.queueViewed(interest);
        return worker.runDue();
    }

    /// Images are fetched only from the sources that named them (`docs/security.md#sec-f1`).
    public ImageFetcher pictures() {
        return address -> lineTo(address)
                .map(client -> picture(client, address))
                .or(() -> safe(address).flatMap(safe -> lineTo(safe).map(client -> picture(client, safe))))
                .orElseGet(ImageResult.NotThere::new);
    }

    private static Optional<String> safe(String address) {
        return address.startsWith(PLAIN)
                ? Optional.of("https://" + address.substring(PLAIN.length()))
                : Optional.empty();
    }

    private Optional<UpstreamClient> lineTo(String address) {
        return lines.stream().filter(client -> client.reaches(address)).findFirst();
    }

    private static ImageResult picture(UpstreamClient client, String address) {
        return switch (client.ask(UpstreamRequest.image(address))) {
            case FetchResult.Content content -> new ImageResult.Found(content.bytes());
            case FetchResult.Missing _ -> new ImageResult.NotThere();
            case FetchResult.Failed failed -> failed.passing() ? new ImageResult.NotNow() : new ImageResult.NotThere();
            case FetchResult.Unasked _ -> new ImageResult.NotNow();
        };
    }

    /// Message at start: the enabled sources, and how to turn them off.
    public String startupMessage() {
        if (sources.all().isEmpty()) {
            return "no metadata source is enabled";
        }
        return "unknown titles are looked up at "
                + sources.all().stream()
                        .map(source -> source.name() + " (sources." + source.name() + ".enabled = off turns it off)")
                        .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        enquiries.close();
        lines.forEach(UpstreamClient::close);
    }
}
