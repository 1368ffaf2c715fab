package dev.spoolmark.http.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "memory is read from /proc")
class ResponseContentCodingTest {

    private static final int RESPONSES = 600;
    private static final long LIMIT_KIB = 60L * 1024;
    private static final byte[] TEXT = new byte[2_000];

    /// Each encoder holds 256 KiB of native memory that a garbage collection frees late.
    @Test
    void compressionMemoryIsFreedAfterAResponse() throws IOException {
        assertThat(grown(() -> ResponseContentCoding.gzip(OutputStream.nullOutputStream(), out -> out.write(TEXT))))
                .isLessThan(LIMIT_KIB);
    }

    @Test
    void compressionMemoryIsFreedAfterAFailedResponse() throws IOException {
        assertThat(grown(() -> assertThatThrownBy(
                                () -> ResponseContentCoding.gzip(OutputStream.nullOutputStream(), out -> {
                                    out.write(TEXT);
                                    throw new IOException("broken off");
                                }))
                        .isInstanceOf(IOException.class)))
                .isLessThan(LIMIT_KIB);
    }

    private static long grown(Response response) throws IOException {
        response.send();
        long before = memoryKib();
        for (int sent = 0; sent < RESPONSES; sent++) {
            response.send();
        }
        return memoryKib() - before;
    }

    private static long memoryKib() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    /// Sends a response.
    @FunctionalInterface
    private interface Response {

        void send() throws IOException;
    }
}
