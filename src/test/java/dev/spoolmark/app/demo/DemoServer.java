package dev.spoolmark.app.demo;

import dev.spoolmark.account.Application;
import dev.spoolmark.account.Permission;
import dev.spoolmark.app.Features;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.db.TestDatabases;
import java.time.InstantSource;
import java.util.Objects;

/// A test server with the users and data of the demo.
public final class DemoServer {

    /// The password of all users.
    public static final String PASSWORD = DemoUser.PASSWORD;

    private DemoServer() {}

    public static TestServer start(InstantSource clock) {
        TestServer server = TestServer.startEmptyDemo(clock, DemoSignIn.create());
        Features features = server.features();
        Application application = features.applications().add("demo", Permission.defaults(), null);
        DemoSeeder.create(
                features, TestDatabases.folder().resolve("catalogue.jsonl"), Objects.requireNonNull(application.id()));
        return server;
    }
}
