package dev.spoolmark.app;

import dev.spoolmark.api.docs.ApiDocs;
import dev.spoolmark.api.images.ImageHandler;
import dev.spoolmark.api.v1.V1;
import dev.spoolmark.api.v1.V1RateLimits;
import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.jobs.MaintenanceJobs;
import dev.spoolmark.app.jobs.MetadataScheduler;
import dev.spoolmark.artwork.Artwork;
import dev.spoolmark.artwork.ImageDiskCache;
import dev.spoolmark.core.BackgroundTasks;
import dev.spoolmark.http.AccessLog;
import dev.spoolmark.http.HttpServer;
import dev.spoolmark.http.HttpServerConfig;
import dev.spoolmark.http.RequestHandler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// The server: request handlers, background jobs and metrics over the features.
public final class Server implements AutoCloseable {

    private static final Duration WAIT = Duration.ofSeconds(1);

    /// A request for an image waits this long for the download, then it gets a placeholder.
    private static final Duration PICTURE_WAIT = Duration.ofSeconds(5);

    private final HttpServer server;
    private final MaintenanceJobs sweeper;
    private final MetadataScheduler asking;
    private final Artwork artwork;
    private final Optional<MetricsServer> monitor;

    private Server(
            HttpServer server,
            MaintenanceJobs sweeper,
            MetadataScheduler asking,
            Artwork artwork,
            Optional<MetricsServer> monitor) {
        this.artwork = artwork;
        this.monitor = monitor;
        this.server = server;
        this.sweeper = sweeper;
        this.asking = asking;
    }

    /// Starts the server. When this returns, it accepts requests.
    ///
    /// @param spool directory for parts of responses that slow clients have not read yet
    /// @param tasks runs all periodic work of the server
    public static Server start(
            Features features,
            ImageDiskCache pictures,
            Path spool,
            Configuration configuration,
            AccessLog log,
            BackgroundTasks tasks) {
        Artwork artwork = new Artwork(features.catalog(), features.asking().pictures(), pictures, PICTURE_WAIT);
        Optional<MetricsServer> monitor =
                configuration.listening().metrics().map(address -> new MetricsServer(address, spool));
        Consumer<AccessLog.Entry> told =
                monitor.map(watching -> watching.beside(log)).orElse(log::add);
        HttpServer server =
                new HttpServer(settings(configuration), dialects(features, artwork, configuration, tasks), told, spool);
        monitor.ifPresent(watching -> watching.start(server, features, pictures, tasks));
        server.start(tasks);
        features.recommendations().load();
        features.search().prepare();
        return new Server(
                server,
                MaintenanceJobs.start(tasks, features.due(), features.completion(), features.accounts()),
                MetadataScheduler.start(tasks, features.asking()),
                artwork,
                monitor);
    }

    private static List<RequestHandler> dialects(
            Features features, Artwork artwork, Configuration configuration, BackgroundTasks tasks) {
        V1 v1 = v1(features, configuration);
        return List.of(
                new RootHandler(new HealthCheck(features.database(), tasks)),
                new ApiDocs(v1.methods(), ProductVersion.version()),
                new ImageHandler(artwork),
                v1);
    }

    /// API v1 over these features.
    static V1 v1(Features features, Configuration configuration) {
        return new V1(
                features.applications(),
                features.signIn(),
                traffic(features, configuration),
                V1MethodTable.build(features, configuration.people().registration()));
    }

    private static V1RateLimits traffic(Features features, Configuration configuration) {
        return configuration.limits().perPerson()
                ? V1RateLimits.limited(configuration.listening().trustedNetworks(), features.clock())
                : V1RateLimits.unlimited();
    }

    private static HttpServerConfig settings(Configuration configuration) {
        Configuration.Listening listening = configuration.listening();
        Configuration.Limits limits = configuration.limits();
        return new HttpServerConfig(
                listening.host(),
                listening.port(),
                listening.publicUrl(),
                listening.allowedHosts(),
                listening.trustedProxies(),
                listening.trustedNetworks(),
                listening.corsOrigins(),
                limits.connections(),
                limits.concurrent(),
                limits.queue(),
                WAIT,
                limits.bodyMemory());
    }

    /// The port it listens on, also if 0 was configured.
    public int port() {
        return server.port();
    }

    /// The port of the metrics, if they are enabled.
    OptionalInt monitorPort() {
        return monitor.stream().mapToInt(MetricsServer::port).findFirst();
    }

    /// Finishes accepted requests, then stops.
    @Override
    public void close() {
        server.close();
        monitor.ifPresent(MetricsServer::close);
        artwork.close();
        sweeper.close();
        asking.close();
    }
}
