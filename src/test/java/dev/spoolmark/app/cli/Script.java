package dev.spoolmark.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/// Runs commands on one data directory, each as a process of its own would, and keeps what they print.
///
/// @param settings variables of the environment
public record Script(Path data, InstantSource clock, Map<String, String> settings) {

    public Script {
        settings = Map.copyOf(settings);
    }

    /// Exit code and output of a command.
    public record CommandResult(int code, String out, String err) {}

    public CommandResult run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = new Commands(new CommandEnvironment(
                        settings,
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(OutputStream.nullOutputStream(), false, UTF_8),
                        false,
                        clock))
                .commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data.toString()));
        return new CommandResult(commandLine.execute(all.toArray(String[]::new)), out.toString(), err.toString());
    }
}
