package dev.spoolmark.app;

import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.config.RawSettings;
import dev.spoolmark.app.demo.DemoSignIn;
import dev.spoolmark.artwork.ImageDiskCache;
import dev.spoolmark.core.BackgroundTasks;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.web.PageRoute;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// All pages and forms of a server, with those of a demo.
final class DeclaredPages {

    private DeclaredPages() {}

    static List<PageRoute> of(TestServer server) {
        Configuration configuration = Configuration.of(Configuration.read(
                TestDatabases.folder(), Map.of("SPOOLMARK_SOURCES_TVMAZE_ENABLED", "off"), RawSettings.empty()));
        BackgroundTasks tasks = BackgroundTasks.plain();
        InstantSource clock = server.features().clock();
        ImageDiskCache disk = new ImageDiskCache(TestDatabases.folder(), 1 << 20, clock);
        HealthCheck health = new HealthCheck(server.database(), tasks);
        return new WebPages(
                        server.features(),
                        configuration,
                        new RunningServerStatus(server.features(), configuration, disk, health, tasks),
                        new BackupDirectory(TestDatabases.folder(), null, server.database(), clock),
                        TestDatabases.folder(),
                        server.imports(),
                        new DemoSignIn(List.of(), ""))
                .routes();
    }
}
