package dev.spoolmark.transfer.record;

/// Receives the records of a file in their order.
@FunctionalInterface
public interface RecordSink {

    void accept(ImportRecord record);

    /// A row that is not imported.
    default void skip(RecordSource source, SkipReason reason, String row) {
        accept(new SkippedRecord(source, reason, row));
    }

    default void warn(RecordSource source, ImportWarning.Topic topic, String detail) {
        accept(new ImportWarning(source, topic, detail));
    }
}
