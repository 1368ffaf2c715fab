package dev.spoolmark.transfer;

/// Receives how far an export is.
@FunctionalInterface
public interface ExportProgress {

    ExportProgress NONE = rows -> {};

    /// @param rows number of rows that have been written so far
    void written(long rows);
}
