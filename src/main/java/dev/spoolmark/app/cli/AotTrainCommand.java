package dev.spoolmark.app.cli;

import dev.spoolmark.app.RunningServer;
import dev.spoolmark.app.ShutdownSignal;
import dev.spoolmark.app.config.RawSettings;
import dev.spoolmark.app.demo.Demo;
import dev.spoolmark.db.SqliteNativeLibrary;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Starts and stops the server for the launcher: the JVM records the classes that a start needs in its AOT
/// cache.
@Command(name = "train", hidden = true, description = "Starts, processes a few requests and exits.")
final class AotTrainCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "Where to unpack the native library.")
    private @Nullable Path nativeLibrary;

    AotTrainCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        if (nativeLibrary != null) {
            SqliteNativeLibrary.unpackInto(nativeLibrary);
        }
        ShutdownSignal.onSignal();
        RawSettings flags =
                FastServeArgs.of("serve", "--port", "0").orElseThrow().flags();
        try (Demo demo = Demo.withoutData(environment.clock(), flags);
                RunningServer server = RunningServer.start(demo.context(), demo.features(), environment.out())) {
            send(server, demo.rating());
            send(server, demo.reading());
            send(server, demo.signInPage());
            send(server, new Demo.Step("/health", ""));
            server.setupInstructions();
            return 0;
        }
    }

    /// Ignores the content of the response.
    private static void send(RunningServer server, Demo.Step step) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(server.address() + step.path()).toURL().openConnection();
        if (!step.body().isEmpty()) {
            connection.setDoOutput(true);
            try (OutputStream body = connection.getOutputStream()) {
                body.write(step.body().getBytes(StandardCharsets.UTF_8));
            }
        }
        connection.getResponseCode();
        connection.disconnect();
    }
}
