package dev.spoolmark.db;

import dev.spoolmark.core.ProblemException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Ends the writer thread of a SQLite database, which no job can do.
public final class WriterThread {

    private WriterThread() {}

    /// Makes a write fail as on a read-only disk, and makes the log handler throw.
    ///
    /// @param database of SQLite; only its writer thread ends
    public static void end(Database database) {
        Logger log = Logger.getLogger(SqliteWriter.class.getName());
        Handler broken = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                throw new AssertionError("the log is broken");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        log.addHandler(broken);
        try {
            Thread writer = writer(database);
            database.write(tx -> tx.update("PRAGMA query_only = ON"));
            try {
                database.probe();
            } catch (ProblemException readOnly) {
                // Expected: the failure is logged after the response.
            }
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            log.removeHandler(broken);
        }
    }

    private static Thread writer(Database database) {
        return database.write(tx -> Thread.currentThread());
    }
}
