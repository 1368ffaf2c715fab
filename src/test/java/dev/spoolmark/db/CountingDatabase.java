package dev.spoolmark.db;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A database that counts reads and writes.
public final class CountingDatabase implements Database {

    private final Database database;
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();

    public CountingDatabase(Database database) {
        this.database = database;
    }

    public int reads() {
        return reads.get();
    }

    public int writes() {
        return writes.get();
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        reads.incrementAndGet();
        return database.read(work);
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        writes.incrementAndGet();
        return database.write(work);
    }

    @Override
    public Engine engine() {
        return database.engine();
    }

    @Override
    public List<String> integrityProblems() {
        return database.integrityProblems();
    }

    @Override
    public DatabaseStats load() {
        return database.load();
    }

    @Override
    public void close() {
        database.close();
    }
}
