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

/// Sorts records on disk.
///
/// Records are sorted in memory in runs, the runs are appended to one file, and all runs are merged in the
/// end. The file is deleted while it is open, so that nothing remains however the process ends.
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

    /// Position and number of records of a run.
    private record Extent(long from, int count) {}

    void add(T one) throws IOException {
        laid++;
        waiting.add(one);
        if (waiting.size() == LOT) {
            putDown();
        }
    }

    /// @return the number of records
    long size() {
        return laid;
    }

    /// @return all records in order, after all were added; can be called several times
    Cursor sorted() throws IOException {
        if (!waiting.isEmpty()) {
            putDown();
        }
        return new Cursor();
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

    /// Iterates over the records in order.
    final class Cursor {

        private final PriorityQueue<SortedRun<T>> ahead = new PriorityQueue<>();

        private Cursor() throws IOException {
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
