package dev.spoolmark.db;

/// The expected workload. It has no effect on PostgreSQL.
public enum Workload {
    /// Many readers, and writes of a few rows.
    SERVING(8_192, 1_000),

    /// Bulk writes of millions of rows. With a large cache and journal, a page is written once for many of its
    /// rows.
    BULK_LOAD(24_576, 8_000);

    private final int cacheKib;
    private final int journalPages;

    Workload(int cacheKib, int journalPages) {
        this.cacheKib = cacheKib;
        this.journalPages = journalPages;
    }

    /// Page cache of the writing connection.
    int cacheKib() {
        return cacheKib;
    }

    /// Size of the journal before a checkpoint, in pages of 4 KiB.
    int journalPages() {
        return journalPages;
    }
}
