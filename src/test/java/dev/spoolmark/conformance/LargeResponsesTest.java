package dev.spoolmark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Libraries and ratings are streamed: a response larger than the heap is complete.
class LargeResponsesTest {

    private static final List<String> LITTLE_MEMORY =
            List.of("--enable-native-access=ALL-UNNAMED", "-Xmx72m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

    @Test
    void responsesLargerThanTheHeapAreComplete() throws IOException, InterruptedException {
        Process process = start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(text).isZero();
        List<String[]> results = text.lines()
                .filter(line -> line.startsWith("/user/"))
                .map(line -> line.split(" "))
                .toList();
        assertThat(results).as(text).hasSize(2);
        assertThat(results)
                .allSatisfy(line -> assertThat(Long.parseLong(line[1])).isGreaterThan(Long.parseLong(line[3])));
    }

    private static Process start() throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder java = new ProcessBuilder(System.getProperty("java.home") + "/bin/java");
        java.command().addAll(LITTLE_MEMORY);
        java.command().addAll(List.of("-cp", classPath, LargeResponses.class.getName()));
        return java.redirectErrorStream(true).start();
    }
}
