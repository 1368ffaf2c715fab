package dev.spoolmark.app;

import dev.spoolmark.api.docs.ApiDocs;
import dev.spoolmark.api.images.ImageHandler;
import dev.spoolmark.api.oauth.OAuthHandler;
import dev.spoolmark.api.v1.V1;
import dev.spoolmark.api.v1.V1RateLimits;
import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.demo.DemoSignIn;
import dev.spoolmark.app.jobs.MailDelivery;
import dev.spoolmark.app.jobs.MaintenanceJobs;
import dev.spoolmark.app.jobs.MetadataScheduler;
import dev.spoolmark.artwork.Artwork;
import dev.spoolmark.artwork.ImageDiskCache;
import dev.spoolmark.core.BackgroundTasks;
import dev.spoolmark.http.AccessLog;
import dev.spoolmark.http.HttpServer;
import dev.spoolmark.http.HttpServerConfig;
import dev.spoolmark.http.RequestHandler;
import dev.spoolmark.mail.SmtpClient;
import dev.spoolmark.transfer.run.Imports;
import dev.spoolmark.web.mail.MailMessages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The server: request handlers, background jobs and metrics over the features.
public final class Server implements AutoCloseable {

    private static final Duration QUEUE_TIMEOUT = Duration.ofSeconds(1);

    /// A request for an image waits this long for the download, then it gets a placeholder.
    private static final Duration IMAGE_TIMEOUT = Duration.ofSeconds(5);

    private final HttpServer server;
    private final MaintenanceJobs maintenanceJobs;
    private final MetadataScheduler metadataScheduler;
    private final Artwork artwork;
    private final Optional<MetricsServer> metricsServer;

    private Server(
            HttpServer server,
            MaintenanceJobs maintenanceJobs,
            MetadataScheduler metadataScheduler,
            Artwork artwork,
            Optional<MetricsServer> metricsServer) {
        this.artwork = artwork;
        this.metricsServer = metricsServer;
        this.server = server;
        this.maintenanceJobs = maintenanceJobs;
        this.metadataScheduler = metadataScheduler;
    }

    /// Starts the server. When this returns, it accepts requests.
    ///
    /// @param spool directory for responses, or parts of them, that slow clients have not read yet
    /// @param imports of files, which another task carries out
    /// @param demo the users of a demo, null on other servers
    /// @param tasks runs all periodic work of the server
    static Server start(
            Features features,
            ImageDiskCache imageCache,
            Path spool,
            Imports imports,
            BackupDirectory backups,
            Configuration configuration,
            @Nullable DemoSignIn demo,
            AccessLog log,
            BackgroundTasks tasks) {
        Artwork artwork =
                new Artwork(features.catalog(), features.metadataSources().imageFetcher(), imageCache, IMAGE_TIMEOUT);
        Optional<MetricsServer> metricsServer =
                configuration.listening().metrics().map(address -> new MetricsServer(address, spool));
        Consumer<AccessLog.Entry> accessLog =
                metricsServer.map(metrics -> metrics.logAndCount(log)).orElse(log::add);
        HttpServer server = new HttpServer(
                httpServerConfig(configuration),
                requestHandlers(features, artwork, imageCache, backups, spool, imports, configuration, demo, tasks),
                accessLog,
                spool);
        metricsServer.ifPresent(metrics -> metrics.start(server, features, imageCache, tasks));
        server.start(tasks);
        features.recommendations().load();
        features.search().prepare();
        return new Server(
                server,
                MaintenanceJobs.start(tasks, features, mailDelivery(features, configuration)),
                MetadataScheduler.start(tasks, features.metadataSources()),
                artwork,
                metricsServer);
    }

    private static Optional<MailDelivery> mailDelivery(Features features, Configuration configuration) {
        MailMessages messages = new MailMessages(
                features.accounts(),
                features.links().passwordResets(),
                new ServerNameSupplier(features.serverSettings()),
                PageLinks.of(configuration)::passwordReset,
                features.clock());
        return configuration
                .mail()
                .map(smtp -> new MailDelivery(features.mails(), messages, new SmtpClient(smtp, features.clock())));
    }

    private static List<RequestHandler> requestHandlers(
            Features features,
            Artwork artwork,
            ImageDiskCache disk,
            BackupDirectory backups,
            Path spool,
            Imports imports,
            Configuration configuration,
            @Nullable DemoSignIn demo,
            BackgroundTasks tasks) {
        V1 v1 = v1(features, configuration);
        HealthCheck health = new HealthCheck(features.database(), tasks);
        RunningServerStatus status = new RunningServerStatus(features, configuration, disk, health, tasks);
        return List.of(
                new HealthHandler(health),
                new WebPages(features, configuration, status, backups, spool, imports, demo).handler(),
                new ApiDocs(v1.methods(), ProductVersion.version()),
                new ImageHandler(artwork, features.userPictures()),
                new OAuthHandler(features.oauth()),
                v1);
    }

    /// API v1 over these features.
    static V1 v1(Features features, Configuration configuration) {
        return new V1(
                features.applications(),
                features.authenticator(),
                rateLimits(features, configuration),
                V1MethodTable.build(features));
    }

    private static V1RateLimits rateLimits(Features features, Configuration configuration) {
        return configuration.limits().perUser()
                ? V1RateLimits.limited(configuration.listening().trustedNetworks(), features.clock())
                : V1RateLimits.unlimited();
    }

    private static HttpServerConfig httpServerConfig(Configuration configuration) {
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
                QUEUE_TIMEOUT,
                limits.bodyMemory());
    }

    /// The port it listens on, also if 0 was configured.
    public int port() {
        return server.port();
    }

    /// The port of the metrics, if they are enabled.
    OptionalInt metricsPort() {
        return metricsServer.stream().mapToInt(MetricsServer::port).findFirst();
    }

    /// Finishes accepted requests, then stops.
    @Override
    public void close() {
        server.close();
        metricsServer.ifPresent(MetricsServer::close);
        artwork.close();
        maintenanceJobs.close();
        metadataScheduler.close();
    }
}
