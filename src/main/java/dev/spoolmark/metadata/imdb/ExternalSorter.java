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

/// Things laid aside on disk and taken down in their order, whatever order they came in.
///
/// They are sorted some at a time in memory, each lot is written behind the one before, and all lots are read side
/// by side in the end. The file has no name any more as soon as it is open: whatever ends the process, nothing stays
/// behind.
final class ExternalSorter<T extends Comparable<T>> implements Closeable {

    private static final int LOT = 16_384;
    private static final int BUFFER = 1 << 16;

    private final RecordCodec<T> form;
    private final FileChannel file;
    private final List<T> waiting = new ArrayList<>();
    private final List<Extent> lots = new ArrayList<>();
    private long laid;

    ExternalSorter(Path folder, RecordCodec<T> form) throws IOException {
        this.form = form;
        this.file = FileChannel.open(
                Files.createTempFile(folder, "imdb-", ".tmp"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    /// Where a lot begins, and how many there are in it.
    private record Extent(long from, int count) {}

    void add(T one) throws IOException {
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

    /// All of them, once all have been laid; as often as wanted.
    Walk inOrder() throws IOException {
        if (!waiting.isEmpty()) {
            putDown();
        }
        return new Walk();
    }

    private void putDown() throws IOException {
        waiting.sort(null);
        long from = file.size();
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file.position(from)), BUFFER));
        for (T one : waiting) {
            form.write(out, one);
        }
        out.flush();
        lots.add(new Extent(from, waiting.size()));
        waiting.clear();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /// Goes along what lies here, from the first to the last.
    final class Walk {

        private final PriorityQueue<SortedRun<T>> ahead = new PriorityQueue<>();

        private Walk() throws IOException {
            for (Extent lot : lots) {
                ahead.add(new SortedRun<>(form, file, lot.from(), lot.count()));
            }
        }

        Optional<T> next() throws IOException {
            SortedRun<T> lot = ahead.poll();
            if (lot == null) {
                return Optional.empty();
            }
            T first = lot.first();
            if (lot.advance()) {
                ahead.add(lot);
            }
            return Optional.of(first);
        }
    }
}
