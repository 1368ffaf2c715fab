package dev.spoolmark.db;

/// What a store is opened for. PostgreSQL has settings of its own for that and makes no difference.
public enum Workload {
    /// Many who read, and writes of a few rows.
    SERVING(8_192, 1_000),

    /// One who writes millions of rows. They come to all parts of the indexes, and a page that stays in memory, and
    /// in the journal, until many of its rows are there is written once instead of many times.
    BULK_LOAD(24_576, 8_000);

    private final int cacheKib;
    private final int journalPages;

    Workload(int cacheKib, int journalPages) {
        this.cacheKib = cacheKib;
        this.journalPages = journalPages;
    }

    /// How much of the file the writing connection holds in memory.
    int cacheKib() {
        return cacheKib;
    }

    /// How long the journal gets before it is brought into the file, in pages of 4 KiB.
    int journalPages() {
        return journalPages;
    }
}
