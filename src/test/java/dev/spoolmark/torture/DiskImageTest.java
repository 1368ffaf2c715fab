package dev.spoolmark.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.torture.DiskTrace.DiskOperation;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A torture that forgot nothing would prove nothing.
class DiskImageTest {

    private final Random random = new Random(1);
    private final DiskImage disk = new DiskImage(Map.of("a.db", "old".getBytes(StandardCharsets.US_ASCII)), true);

    @Test
    void syncedWritesSurviveAndOthersMayBeLost() {
        apply(DiskOperation.PATH, 0, "/data/a.db");
        apply(DiskOperation.WRITE, 0, "new");
        assertThat(after(DiskImage.Fate.ALL_LOST)).isEqualTo("old");

        apply(DiskOperation.SYNC, 0, "");
        apply(DiskOperation.WRITE, 3, "er");
        assertThat(after(DiskImage.Fate.ALL_LOST)).isEqualTo("new");
    }

    @Test
    void unsyncedWritesAreLostInOrder() {
        apply(DiskOperation.PATH, 0, "/data/a.db");
        apply(DiskOperation.WRITE, 0, "new");
        apply(DiskOperation.WRITE, 3, "er");

        for (int n = 0; n < 100; n++) {
            assertThat(after(DiskImage.Fate.CUT_OFF)).isIn("old", "new", "newer");
        }
    }

    @Test
    void aReorderingDiskCanKeepALaterWriteOnly() {
        apply(DiskOperation.PATH, 0, "/data/a.db");
        apply(DiskOperation.WRITE, 0, "new");
        apply(DiskOperation.WRITE, 3, "er");

        assertThat(java.util.stream.Stream.generate(() -> after(DiskImage.Fate.IN_NO_ORDER))
                        .limit(100))
                .contains("old", "new", "newer", "older".substring(0, 3) + "er");
    }

    @Test
    void aFileInAnUnsyncedFolderCanBeMissing() {
        apply(DiskOperation.PATH, 0, "/data/a.db-wal");
        apply(DiskOperation.CREATE, 0, "");
        assertThat(java.util.stream.Stream.generate(() ->
                                disk.after(DiskImage.Fate.ALL_LOST, random).containsKey("a.db-wal"))
                        .limit(100))
                .contains(true, false);

        apply(DiskOperation.SYNC_FOLDER, 0, "");
        assertThat(java.util.stream.Stream.generate(() ->
                                disk.after(DiskImage.Fate.ALL_LOST, random).containsKey("a.db-wal"))
                        .limit(100))
                .containsOnly(true);
    }

    private void apply(int kind, long offset, String data) {
        disk.apply(new DiskOperation(kind, 1, offset, data.getBytes(StandardCharsets.US_ASCII), 0));
    }

    private String after(DiskImage.Fate fate) {
        return new String(disk.after(fate, random).get("a.db"), StandardCharsets.US_ASCII);
    }
}
