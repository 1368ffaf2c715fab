package dev.spoolmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// All scripts find a JDK 25 if `java` is older and `JAVA_HOME` is not set.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are for bash")
class ScriptsJdkTest {

    private static final String PRINT = "#!/bin/sh\necho \"$0 $*\"\n";

    @TempDir
    Path folder;

    private Path old;
    private Path fresh;

    @BeforeEach
    void createJdks() throws IOException {
        old = jdk("old", "17.0.9");
        fresh = jdk("fresh", "25.0.1");
        for (String tool : List.of("mvn", "cc", "mount")) {
            script(old.resolve("bin").resolve(tool), "#!/bin/sh\nexit " + (tool.equals("mount") ? 1 : 0) + "\n");
        }
    }

    @Test
    void theLauncherIgnoresAnOldJava() throws IOException, InterruptedException {
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve(".jdks"));
        Files.createSymbolicLink(home.resolve(".jdks/jdk-25"), Path.of(System.getProperty("java.home")));

        String found = run(Map.of("SPOOLMARK_PRINT_JAVA", "home", "HOME", home.toString()), "./spoolmark");

        assertThat(Path.of(found.strip(), "release")).content().contains("JAVA_VERSION=\"25");
    }

    @ParameterizedTest
    @CsvSource({
        "bench/run start, dev.spoolmark.bench.Bench start",
        "bench/evaluate pom.xml, dev.spoolmark.bench.Evaluate",
        "torture/run kill, dev.spoolmark.torture.Torture kill"
    })
    void benchAndTortureScriptsUseTheConfiguredJdk(String command, String program)
            throws IOException, InterruptedException {
        String text = run(Map.of("SPOOLMARK_JAVA_HOME", fresh.toString()), command.split(" "));

        assertThat(text).contains(fresh.resolve("bin/java").toString()).contains(program);
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/java"), PRINT);
        return home;
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private String run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JAVA_HOME");
        builder.environment().remove("SPOOLMARK_JAVA_HOME");
        builder.environment().put("PATH", old.resolve("bin") + ":/usr/bin:/bin");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }
}
