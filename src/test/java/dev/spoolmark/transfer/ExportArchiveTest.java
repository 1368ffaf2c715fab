package dev.spoolmark.transfer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.http.json.JsonObject;
import java.io.OutputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExportArchiveTest {

    /// The memory of the compression is outside the heap.
    @Test
    void aClosedArchiveHasReleasedItsCompression() {
        ExportArchive archive = new ExportArchive(OutputStream.nullOutputStream(), Instant.EPOCH, ExportProgress.NONE);
        archive.object("first", new JsonObject());
        archive.close();
        archive.close();

        assertThatThrownBy(() -> archive.object("second", new JsonObject().put("text", "x".repeat(100_000))))
                .hasMessageContaining("closed");
    }
}
