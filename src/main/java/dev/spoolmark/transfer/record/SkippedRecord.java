package dev.spoolmark.transfer.record;

/// A row of a file that is not imported.
///
/// @param row what the row says, for the report
public record SkippedRecord(RecordSource source, SkipReason reason, String row) implements ImportRecord {}
