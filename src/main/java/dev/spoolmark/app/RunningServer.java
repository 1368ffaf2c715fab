package dev.spoolmark.app;

import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.demo.DemoSignIn;
import dev.spoolmark.app.jobs.ImdbScheduler;
import dev.spoolmark.core.BackgroundTask;
import dev.spoolmark.core.BackgroundTasks;
import dev.spoolmark.http.AccessLog;
import dev.spoolmark.openid.OpenIdSignIn;
import dev.spoolmark.transfer.run.Imports;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A running server with its access log and its URL.
public final class RunningServer implements AutoCloseable {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// How often the server looks for imports that wait.
    private static final Duration IMPORT_INTERVAL = Duration.ofSeconds(1);

    private final Server server;
    private final AccessLog log;
    private final Features features;
    private final Configuration configuration;
    private final ServerLockFile lockFile;
    private final Optional<ImdbScheduler> imdbScheduler;
    private final List<BackgroundTask> dataTasks;

    private RunningServer(
            Server server,
            Features features,
            AccessLog log,
            Configuration configuration,
            ServerLockFile lock,
            Optional<ImdbScheduler> base,
            List<BackgroundTask> dataTasks) {
        this.lockFile = lock;
        this.imdbScheduler = base;
        this.dataTasks = dataTasks;
        this.server = server;
        this.features = features;
        this.log = log;
        this.configuration = configuration;
    }

    /// Writes the access log to `out`, if it is enabled. Throws a [UserErrorException] if the address is not
    /// available.
    public static RunningServer start(ServerContext context, Features features, PrintStream out) {
        return start(context, features, null, out);
    }

    /// The same for a demo.
    ///
    /// @param demo its users, who sign in with one click; null on other servers
    public static RunningServer start(
            ServerContext context, Features features, @Nullable DemoSignIn demo, PrintStream out) {
        Configuration.Listening listening = context.configuration().listening();
        BackgroundTasks tasks = new BackgroundTasks(System::nanoTime, ErrorMessages::of);
        DeletedAccounts deleted = context.deletedAccounts(features);
        deleted.deleteAgain();
        AccessLog log = listening.accessLog() ? AccessLog.to(out, tasks) : AccessLog.off();
        BackupDirectory backups = context.backups(features.clock());
        Imports imports = context.imports(features);
        Server server = Server.start(
                features,
                context.imageCache(features.clock()),
                context.spool(),
                imports,
                backups,
                context.configuration(),
                demo,
                log,
                tasks);
        RunningServer running = new RunningServer(
                server,
                features,
                log,
                context.configuration(),
                ServerLockFile.announce(context.data()),
                context.imdbRefresh(features).map(refresh -> ImdbScheduler.start(tasks, refresh, MINUTE)),
                List.of(
                        tasks.every("imports", IMPORT_INTERVAL, IMPORT_INTERVAL, imports.worker()::runWaiting),
                        tasks.every("import-reports", Duration.ofHours(1), Duration.ofDays(1), imports.cleanup()::run),
                        tasks.every("deleted-accounts", Duration.ZERO, MINUTE, deleted::recordNew),
                        tasks.every(
                                "backup-schedule",
                                MINUTE,
                                MINUTE,
                                new ScheduledBackups(backups, features.serverSettings(), features.clock()))));
        if (server.port() <= 0) {
            running.close();
            throw UserErrorException.of("port " + listening.port() + " of " + listening.host()
                    + " is in use or not available: stop the program that uses it, or set --port and --host");
        }
        return running;
    }

    /// Scheme, host and port.
    public String address() {
        String host = configuration.listening().host();
        String typed = host.contains(":") ? "[" + host + "]" : host;
        return "http://" + typed + ":" + server.port();
    }

    /// Lines about the set-up page; none if the server has an account.
    public List<String> setupInstructions() {
        String host = configuration.listening().host();
        return new FirstAdministrator(features, configuration).instructions(PageLinks.address(host, server.port()));
    }

    /// Finishes requests in progress, then writes their log entries, and closes the search index.
    @Override
    public void close() {
        server.close();
        imdbScheduler.ifPresent(ImdbScheduler::close);
        dataTasks.forEach(BackgroundTask::close);
        log.close();
        features.metadataSources().close();
        features.openId().ifPresent(OpenIdSignIn::close);
        features.search().close();
        lockFile.close();
    }
}
