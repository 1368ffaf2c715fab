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

    private static final int RUN_LENGTH = 16_384;
    private static final int BUFFER = 1 << 16;

    private final RecordCodec<T> form;
    private final FileChannel file;
    private final List<T> waiting = new ArrayList<>();
    private final List<Extent> runs = new ArrayList<>();
    private long size;

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

    void add(T element) throws IOException {
        size++;
        waiting.add(element);
        if (waiting.size() == RUN_LENGTH) {
            writeRun();
        }
    }

    /// @return the number of records
    long size() {
        return size;
    }

    /// @return all records in order, after all were added; can be called several times
    Cursor sorted() throws IOException {
        if (!waiting.isEmpty()) {
            writeRun();
        }
        return new Cursor();
    }

    private void writeRun() throws IOException {
        waiting.sort(null);
        long from = file.size();
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file.position(from)), BUFFER));
        for (T element : waiting) {
            form.write(out, element);
        }
        out.flush();
        runs.add(new Extent(from, waiting.size()));
        waiting.clear();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /// Iterates over the records in order.
    final class Cursor {

        private final PriorityQueue<SortedRun<T>> queue = new PriorityQueue<>();

        private Cursor() throws IOException {
            for (Extent run : runs) {
                queue.add(new SortedRun<>(form, file, run.from(), run.count()));
            }
        }

        Optional<T> next() throws IOException {
            SortedRun<T> run = queue.poll();
            if (run == null) {
                return Optional.empty();
            }
            T first = run.first();
            if (run.advance()) {
                queue.add(run);
            }
            return Optional.of(first);
        }
    }
}
