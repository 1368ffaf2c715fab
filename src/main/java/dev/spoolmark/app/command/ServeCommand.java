package dev.spoolmark.app.command;

import dev.spoolmark.app.Configuration;
import dev.spoolmark.app.Configuration.Flag;
import dev.spoolmark.app.Demo;
import dev.spoolmark.app.Failure;
import dev.spoolmark.app.Features;
import dev.spoolmark.app.Given;
import dev.spoolmark.app.RunningServer;
import dev.spoolmark.app.Stop;
import dev.spoolmark.app.Workplace;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs the server until it is asked to end.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the server until SIGTERM or Ctrl-C, then finishes what is in hand and exits.")
final class ServeCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin
    private Place place;

    @Option(names = "--host", paramLabel = "HOST", description = "The address to listen on (default: 127.0.0.1).")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "PORT", description = "The port (default: 8080); 0 picks a free one.")
    private @Nullable Integer port;

    @Option(
            names = "--demo",
            description = "Show it: two people, a small catalogue and a key in a folder that is removed at the end.")
    private boolean demo;

    ServeCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        if (demo) {
            serveDemo();
        } else {
            serve();
        }
        return 0;
    }

    private void serve() {
        Stop stop = Stop.onSignal();
        try (Workplace work = place.open(around, flags());
                RunningServer server = running(work)) {
            place.print("listening on " + server.address());
            stop.await();
        }
    }

    private RunningServer running(Workplace work) {
        Features features = work.features(around.clock());
        place.say(features.asking().said());
        return RunningServer.start(work, features, around.out());
    }

    private void serveDemo() {
        if (place.isNamed() || host != null) {
            throw Failure.usage("--demo brings a data directory of its own and listens on loopback only: leave --data,"
                    + " --database and --host out");
        }
        Stop stop = Stop.onSignal();
        try (Demo demo = Demo.open(around.clock(), Configuration.flag(Flag.PORT, port));
                RunningServer server = RunningServer.start(demo.work(), demo.features(), around.out())) {
            place.print("listening on " + server.address());
            demo.invitation(server.address()).forEach(place::print);
            stop.await();
        }
    }

    private Given flags() {
        return place.flags().and(Configuration.flag(Flag.HOST, host)).and(Configuration.flag(Flag.PORT, port));
    }
}
