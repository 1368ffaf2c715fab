package dev.spoolmark.app.cli;

import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.config.Configuration.Flag;
import dev.spoolmark.app.config.RawSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Parses simple `serve` command lines without the command-line library: loading that took a third of the start
/// time (`docs/performance.md`).
///
/// All other command lines, and errors, are left to the library.
///
/// @param values by option
record FastServeArgs(boolean demo, Map<String, String> values) {

    private static final String DATA = "--data";
    private static final String PORT = "--port";
    private static final Map<String, Pattern> OPTIONS = Map.of(
            DATA,
            Pattern.compile("[^-].*"),
            PORT,
            Pattern.compile("\\d{1,5}"),
            "--host",
            Pattern.compile("[^-].*"),
            "--database",
            Pattern.compile("[^-].*"));

    /// Empty if the command line is not a simple one.
    static Optional<FastServeArgs> of(String... args) {
        if (args.length == 0 || !args[0].equals("serve")) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        boolean demo = false;
        for (int at = 1; at < args.length; at++) {
            if (args[at].equals("--demo") && !demo) {
                demo = true;
            } else if (at + 1 == args.length || !isPlain(args[at], args[at + 1])) {
                return Optional.empty();
            } else if (values.put(args[at], args[++at]) != null) {
                return Optional.empty();
            }
        }
        boolean fits = !demo || values.keySet().stream().allMatch(PORT::equals);
        return fits ? Optional.of(new FastServeArgs(demo, values)) : Optional.empty();
    }

    private static boolean isPlain(String option, String value) {
        Pattern form = OPTIONS.get(option);
        return form != null && form.matcher(value).matches();
    }

    Path folder() {
        return Path.of(values.getOrDefault(DATA, DataOptions.DEFAULT));
    }

    RawSettings flags() {
        return Configuration.flag(Flag.DATABASE, values.get("--database"))
                .overriddenBy(Configuration.flag(Flag.HOST, values.get("--host")))
                .overriddenBy(Configuration.flag(Flag.PORT, values.get(PORT)));
    }
}
