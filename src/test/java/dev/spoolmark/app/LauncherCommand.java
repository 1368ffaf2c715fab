package dev.spoolmark.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line with which the launcher starts `serve`, without the program: the launcher prints it itself, so
/// tests run with the options that operators run with.
final class LauncherCommand {

    private static final Path LAUNCHER = Path.of("spoolmark");

    private LauncherCommand() {}

    /// The `java` command with the options of the JVM. Appended options override them.
    static List<String> javaWithOptions() throws IOException {
        ProcessBuilder launcher = new ProcessBuilder(LAUNCHER.toAbsolutePath().toString(), "serve");
        launcher.environment().put("SPOOLMARK_PRINT_JAVA", "yes");
        launcher.environment().put("SPOOLMARK_JAVA_HOME", System.getProperty("java.home"));
        Process process =
                launcher.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader out = process.inputReader()) {
            List<String> words = new ArrayList<>(out.lines().toList());
            if (!words.contains("-XX:+UseSerialGC")) {
                throw new IOException("the launcher did not print its options: " + words);
            }
            return words;
        }
    }

    /// The packaged jar if it exists, otherwise the class path of this process.
    static List<String> program() {
        String jar = System.getProperty("torture.jar");
        return jar == null
                ? List.of("-cp", classPath(), "dev.spoolmark.app.Main", "serve")
                : List.of("-jar", jar, "serve");
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
