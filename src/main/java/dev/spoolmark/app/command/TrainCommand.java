package dev.spoolmark.app.command;

import dev.spoolmark.app.Configuration;
import dev.spoolmark.app.Configuration.Flag;
import dev.spoolmark.app.Demo;
import dev.spoolmark.app.Server;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// A short life of the server, for the launcher: the JVM watches it and remembers which classes a start needs.
@Command(name = "train", hidden = true, description = "Starts, answers a few requests and ends.")
final class TrainCommand implements Callable<Integer> {

    private final Surroundings around;

    TrainCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        try (Demo demo = Demo.open(around.clock(), Configuration.flag(Flag.PORT, 0));
                Server server = Server.start(demo.work(), around.clock(), around.out())) {
            for (Demo.Step step : List.of(demo.rating(), demo.reading())) {
                ask(URI.create(server.address() + step.path()), step.body());
            }
            return 0;
        }
    }

    private static void ask(URI address, String body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        if (!body.isEmpty()) {
            connection.setDoOutput(true);
            connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
        try (InputStream answer = connection.getInputStream()) {
            answer.readAllBytes();
        } finally {
            connection.disconnect();
        }
    }
}
