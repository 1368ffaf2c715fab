package dev.spoolmark.app.cli;

import dev.spoolmark.app.Demo;
import dev.spoolmark.app.Features;
import dev.spoolmark.app.RunningServer;
import dev.spoolmark.app.ServerContext;
import dev.spoolmark.app.ShutdownSignal;
import dev.spoolmark.app.config.RawSettings;
import java.io.PrintWriter;
import java.nio.file.Path;

/// Runs the server until it receives a signal.
///
/// @param flags values of command-line options
/// @param out output for programs
/// @param err messages
record ServeRunner(CommandEnvironment around, RawSettings flags, PrintWriter out, PrintWriter err) {

    void on(Path folder) {
        ShutdownSignal stop = ShutdownSignal.onSignal();
        try (ServerContext work = ServerContext.open(folder, around.environment(), flags, this::report);
                RunningServer server = running(work)) {
            print("listening on " + server.address());
            stop.await();
        }
    }

    private RunningServer running(ServerContext work) {
        Features features = work.features(around.clock());
        report(features.asking().startupMessage());
        work.bases(around.clock()).stream().findFirst().ifPresent(this::report);
        return RunningServer.start(work, features, around.out());
    }

    void demo() {
        ShutdownSignal stop = ShutdownSignal.onSignal();
        try (Demo demo = Demo.open(around.clock(), flags);
                RunningServer server = RunningServer.start(demo.work(), demo.features(), around.out())) {
            print("listening on " + server.address());
            demo.invitation(server.address()).forEach(this::print);
            stop.await();
        }
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }

    private void report(String remark) {
        err.println(remark);
        err.flush();
    }
}
