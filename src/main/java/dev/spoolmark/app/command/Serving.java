package dev.spoolmark.app.command;

import dev.spoolmark.app.Demo;
import dev.spoolmark.app.Features;
import dev.spoolmark.app.Given;
import dev.spoolmark.app.RunningServer;
import dev.spoolmark.app.Stop;
import dev.spoolmark.app.Workplace;
import java.io.PrintWriter;
import java.nio.file.Path;

/// Runs the server until it is asked to end: what `serve` does, whoever read its words.
///
/// @param flags what was given with the command
/// @param out for what programs read
/// @param err for remarks
record Serving(Surroundings around, Given flags, PrintWriter out, PrintWriter err) {

    void on(Path folder) {
        Stop stop = Stop.onSignal();
        try (Workplace work = Workplace.open(folder, around.environment(), flags, this::say);
                RunningServer server = running(work)) {
            print("listening on " + server.address());
            stop.await();
        }
    }

    private RunningServer running(Workplace work) {
        Features features = work.features(around.clock());
        say(features.asking().said());
        work.bases(around.clock()).stream().findFirst().ifPresent(this::say);
        return RunningServer.start(work, features, around.out());
    }

    void demo() {
        Stop stop = Stop.onSignal();
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

    private void say(String remark) {
        err.println(remark);
        err.flush();
    }
}
