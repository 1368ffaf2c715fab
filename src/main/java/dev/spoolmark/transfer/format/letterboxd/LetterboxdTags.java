package dev.spoolmark.transfer.format.letterboxd;

import dev.spoolmark.transfer.file.CsvRow;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;

/// Tags of viewings, which this server does not have. The first row of a table that has any is reported.
final class LetterboxdTags {

    private final RecordSink sink;
    private boolean isReported;

    LetterboxdTags(RecordSink sink) {
        this.sink = sink;
    }

    void report(CsvRow row) {
        String tags = row.get("tags");
        if (!isReported && !tags.isEmpty()) {
            isReported = true;
            sink.skip(row.source(), SkipReason.NOT_SUPPORTED, "Tags: " + tags);
        }
    }
}
