package dev.spoolmark.app.cli;

import dev.spoolmark.app.Features;
import dev.spoolmark.app.FirstAdministrator;
import dev.spoolmark.app.RunningServer;
import dev.spoolmark.app.ServerContext;
import dev.spoolmark.app.ShutdownSignal;
import dev.spoolmark.app.config.RawSettings;
import dev.spoolmark.app.demo.Demo;
import java.io.PrintWriter;
import java.nio.file.Path;

/// Runs the server until it receives a signal.
///
/// @param flags values of command-line options
/// @param out output for programs
/// @param err messages
record ServeRunner(CommandEnvironment around, RawSettings flags, PrintWriter out, PrintWriter err) {

    void serve(Path folder) {
        ShutdownSignal signal = ShutdownSignal.onSignal();
        try (ServerContext context = ServerContext.open(folder, around.environment(), flags, this::report);
                RunningServer server = start(context)) {
            print("listening on " + server.address());
            server.setupInstructions().forEach(this::print);
            signal.await();
        }
    }

    private RunningServer start(ServerContext context) {
        Features features = context.features(around.clock());
        new FirstAdministrator(features, context.configuration()).createConfigured(this::report);
        report(features.metadataSources().startupMessage());
        context.datasetStatus(around.clock()).stream().findFirst().ifPresent(this::report);
        return RunningServer.start(context, features, around.out());
    }

    void demo() {
        ShutdownSignal signal = ShutdownSignal.onSignal();
        try (Demo demo = Demo.open(around.clock(), flags);
                RunningServer server =
                        RunningServer.start(demo.context(), demo.features(), demo.signIn(), around.out())) {
            print("listening on " + server.address());
            demo.instructions(server.address()).forEach(this::print);
            signal.await();
        }
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }

    private void report(String message) {
        err.println(message);
        err.flush();
    }
}
