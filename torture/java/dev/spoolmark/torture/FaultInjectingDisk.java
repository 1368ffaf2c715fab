package dev.spoolmark.torture;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The shim between a server and its files (`torture/shim/disk.c`), configured for one server.
final class FaultInjectingDisk {

    /// The mode of the disk, with its number in `disk.c`.
    enum Disk {
        HEALTHY(0),
        NO_SYNC(1),
        NO_WRITE(2),
        FULL(3),
        HALF_WRITTEN(4);

        private final int number;

        Disk(int number) {
            this.number = number;
        }
    }

    private final Path library;
    private final Path folder;
    private final Path record;
    private final Path control;
    private final MappedByteBuffer page;

    private FaultInjectingDisk(Path library, Path folder, Path record, Path control, MappedByteBuffer page) {
        this.library = library;
        this.folder = folder;
        this.record = record;
        this.control = control;
        this.page = page;
    }

    /// For the files of `folder`. `torture/run` builds the library and passes its path.
    static FaultInjectingDisk over(Path folder) throws IOException {
        Path library = Path.of(System.getProperty("torture.shim", "target/torture/disk.so"))
                .toAbsolutePath();
        if (!Files.exists(library)) {
            throw new IOException(library + " is not there: start with torture/run, which builds it with cc");
        }
        Path control = Files.createTempFile("spoolmark-disk-", ".control");
        try (RandomAccessFile file = new RandomAccessFile(control.toFile(), "rw")) {
            file.setLength(4_096);
            MappedByteBuffer page = file.getChannel().map(MapMode.READ_WRITE, 0, 4_096);
            return new FaultInjectingDisk(
                    library, folder, Files.createTempFile("spoolmark-disk-", ".record"), control, page);
        }
    }

    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "TORTURE_PATH", folder.toString(),
                "TORTURE_RECORD", record.toString(),
                "TORTURE_FAULT", control.toString());
    }

    void become(Disk disk) {
        page.put(0, (byte) disk.number);
    }

    Path record() {
        return record;
    }

    /// The position in the trace. Earlier responses were sent before it.
    long position() {
        return record.toFile().length();
    }
}
