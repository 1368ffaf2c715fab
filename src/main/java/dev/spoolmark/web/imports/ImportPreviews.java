package dev.spoolmark.web.imports;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.run.ImportPreview;
import dev.spoolmark.transfer.run.ImportRun;
import dev.spoolmark.transfer.run.Imports;
import dev.spoolmark.web.PageRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Previews of files. One file is read at a time, since that takes a processor for some seconds, and the last four
/// previews are cached.
final class ImportPreviews {

    private static final int CACHED = 4;
    private static final Duration QUEUE_TIME = Duration.ofSeconds(20);

    private final Imports imports;
    private final Semaphore one = new Semaphore(1, true);
    private final Map<Key, ImportPreview> cache = new LinkedHashMap<>(CACHED, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, ImportPreview> eldest) {
            return size() > CACHED;
        }
    };

    private record Key(long user, long run, String format, ImportOptions options) {}

    ImportPreviews(Imports imports) {
        this.imports = imports;
    }

    /// What the file of an import contains, read with its choices.
    ///
    /// @throws ProblemException with `Overloaded` if others are read for 20 seconds
    /// @throws dev.spoolmark.transfer.file.ImportFileException if it cannot be read
    ImportPreview of(PageRequest request, ImportRun run) {
        Key key = new Key(
                run.user().value(), run.id(), run.format(), run.choices().options());
        return request.http().runBlocking(() -> {
            acquire();
            try {
                ImportPreview known = cache.get(key);
                if (known != null) {
                    return known;
                }
                ImportPreview read = imports.preview(run);
                cache.put(key, read);
                return read;
            } finally {
                one.release();
            }
        });
    }

    private void acquire() {
        try {
            if (one.tryAcquire(QUEUE_TIME.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(new Problem.Overloaded(QUEUE_TIME));
    }
}
