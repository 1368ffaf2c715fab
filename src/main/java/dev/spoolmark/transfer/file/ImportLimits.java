package dev.spoolmark.transfer.file;

/// Limits of imported files (`docs/security.md#input-limits`).
public final class ImportLimits {

    /// Of the file, in bytes.
    public static final long FILE = 64L << 20;

    /// Rows and objects of all members.
    public static final int ROWS = 1_000_000;

    /// Of everything in an archive, in bytes.
    static final long UNPACKED = 512L << 20;

    static final int MEMBERS = 10_000;

    /// How often larger a member may be than its compressed form, after the first MiB.
    static final int RATIO = 100;

    static final long RATIO_FREE = 1L << 20;

    /// Of a member name, in characters.
    static final int NAME = 500;

    /// Of a cell, in characters.
    static final int CELL = 64 << 10;

    /// Of a row, in characters.
    static final int ROW = 256 << 10;

    static final int COLUMNS = 500;

    /// Of one object in a JSON array or one element of an XML document, in values.
    static final int VALUES = 100_000;

    private ImportLimits() {}
}
