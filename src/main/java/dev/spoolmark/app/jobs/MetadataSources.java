package dev.spoolmark.app.jobs;

import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.artwork.ImageFetcher;
import dev.spoolmark.artwork.ImageResult;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.merge.ItemCompletion;
import dev.spoolmark.catalog.source.OnDemandLookup;
import dev.spoolmark.catalog.source.Source;
import dev.spoolmark.catalog.source.SourceJobs;
import dev.spoolmark.catalog.source.SourceResultApplier;
import dev.spoolmark.catalog.source.SourceSearch;
import dev.spoolmark.catalog.source.Sources;
import dev.spoolmark.catalog.source.ViewedItems;
import dev.spoolmark.db.Database;
import dev.spoolmark.http.client.FetchResult;
import dev.spoolmark.http.client.UpstreamClient;
import dev.spoolmark.http.client.UpstreamClientFactory;
import dev.spoolmark.http.client.UpstreamDestination;
import dev.spoolmark.http.client.UpstreamRequest;
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

    /// Stored image URLs may start with it; they are requested over HTTPS.
    private static final String HTTP_SCHEME = "http://";

    private static final Duration LOOKUP_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration SEARCH_TIMEOUT = Duration.ofSeconds(4);

    private final List<UpstreamClient> clients = new ArrayList<>();
    private final Sources sources;
    private final SourceJobs jobs;
    private final SourceWorker worker;
    private final ViewedItems viewedItems;
    private final OnDemandLookup onDemandLookup;
    private final SourceSearch sourceSearch;

    public MetadataSources(
            Database database,
            Configuration.Sources configuration,
            InstantSource clock,
            Catalog catalog,
            ItemCompletion catalogMerge,
            UpstreamClientFactory upstreamClients) {
        this.sources = new Sources(sources(configuration, upstreamClients));
        this.jobs = new SourceJobs(database, clock, UUID.randomUUID().toString());
        SourceResultApplier applier =
                new SourceResultApplier(catalog, catalogMerge, new CatalogImport(database, clock, catalog));
        this.viewedItems = new ViewedItems(clock);
        this.worker = new SourceWorker(sources, jobs, applier);
        this.onDemandLookup = new OnDemandLookup(catalog, sources, applier, jobs, viewedItems, LOOKUP_TIMEOUT);
        this.sourceSearch = new SourceSearch(sources, onDemandLookup, clock, SEARCH_TIMEOUT);
    }

    private List<Source> sources(Configuration.Sources configuration, UpstreamClientFactory upstreamClients) {
        List<Source> on = new ArrayList<>();
        if (configuration.tvmaze().enabled()) {
            // Its limit is 20 calls in 10 seconds, and redirects count.
            on.add(new Tvmaze(client(
                    upstreamClients, configuration.tvmaze(), SourceName.TVMAZE, List.of("static.tvmaze.com"), 15)));
        }
        if (configuration.tmdb().isUsable()) {
            UpstreamClient client =
                    client(upstreamClients, configuration.tmdb(), SourceName.TMDB, List.of("image.tmdb.org"), 200);
            on.add(new Tmdb(client, configuration.tmdb().key(), upstreamClients.clock()));
        }
        if (configuration.tvdb().isUsable()) {
            UpstreamClient client =
                    client(upstreamClients, configuration.tvdb(), SourceName.TVDB, List.of("artworks.thetvdb.com"), 50);
            on.add(new Tvdb(client, configuration.tvdb().key(), upstreamClients.clock()));
        }
        return on;
    }

    private UpstreamClient client(
            UpstreamClientFactory upstreamClients,
            Configuration.Sources.Access access,
            SourceName name,
            List<String> imageHosts,
            int callsInTenSeconds) {
        UpstreamClient client = upstreamClients.open(new UpstreamDestination(
                name.key(), access.url(), imageHosts, access.allowed(), callsInTenSeconds, Duration.ofSeconds(10)));
        clients.add(client);
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

    public OnDemandLookup onDemandLookup() {
        return onDemandLookup;
    }

    public SourceSearch sourceSearch() {
        return sourceSearch;
    }

    /// Looks up due items, and items viewed since; returns the number of lookups.
    int runOnce() {
        jobs.queueViewed(viewedItems);
        return worker.runDue();
    }

    /// Images are fetched only from the sources that named them (`docs/security.md#sec-f1`).
    public ImageFetcher imageFetcher() {
        return address -> clientFor(address)
                .map(client -> fetchImage(client, address))
                .or(() -> toHttps(address).flatMap(safe -> clientFor(safe).map(client -> fetchImage(client, safe))))
                .orElseGet(ImageResult.NotFound::new);
    }

    private static Optional<String> toHttps(String address) {
        return address.startsWith(HTTP_SCHEME)
                ? Optional.of("https://" + address.substring(HTTP_SCHEME.length()))
                : Optional.empty();
    }

    private Optional<UpstreamClient> clientFor(String address) {
        return clients.stream().filter(client -> client.isOwnHost(address)).findFirst();
    }

    private static ImageResult fetchImage(UpstreamClient client, String address) {
        return switch (client.send(UpstreamRequest.image(address))) {
            case FetchResult.Content content -> new ImageResult.Found(content.bytes());
            case FetchResult.Missing _ -> new ImageResult.NotFound();
            case FetchResult.Failed failed ->
                failed.retryable() ? new ImageResult.NotNow() : new ImageResult.NotFound();
            case FetchResult.NotSent _ -> new ImageResult.NotNow();
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
        sourceSearch.close();
        onDemandLookup.close();
        clients.forEach(UpstreamClient::close);
    }
}
