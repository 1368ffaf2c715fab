package dev.spoolmark.metadata.imdb;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/// Shows and episodes laid aside on disk and taken down in their order, whatever order they came in.
///
/// They are sorted some at a time in memory, each lot is written behind the one before, and all lots are read side by
/// side in the end. The file has no name any more as soon as it is open: whatever ends the process, nothing stays
/// behind.
final class Shelf implements Closeable {

    private static final int LOT = 16_384;
    private static final int BUFFER = 1 << 16;

    private final FileChannel file;
    private final List<Laid> waiting = new ArrayList<>(LOT);
    private final PriorityQueue<Lot> lots = new PriorityQueue<>();
    private long laid;

    Shelf(Path folder) throws IOException {
        this.file = FileChannel.open(
                Files.createTempFile(folder, "imdb-", ".tmp"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    void lay(Laid one) throws IOException {
        laid++;
        waiting.add(one);
        if (waiting.size() == LOT) {
            putDown();
        }
    }

    /// How many were laid here.
    long size() {
        return laid;
    }

    /// The next one in the order, once all have been laid.
    Optional<Laid> take() throws IOException {
        if (!waiting.isEmpty()) {
            putDown();
        }
        Lot lot = lots.poll();
        if (lot == null) {
            return Optional.empty();
        }
        Laid first = lot.first();
        if (lot.advance()) {
            lots.add(lot);
        }
        return Optional.of(first);
    }

    private void putDown() throws IOException {
        waiting.sort(null);
        long from = file.size();
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file.position(from)), BUFFER));
        for (Laid one : waiting) {
            one.write(out);
        }
        out.flush();
        lots.add(new Lot(file, from, waiting.size()));
        waiting.clear();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
