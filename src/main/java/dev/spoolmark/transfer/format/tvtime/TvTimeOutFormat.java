package dev.spoolmark.transfer.format.tvtime;

import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.record.RecordSink;

/// Files of TV Time Out, a tool that read the API of TV Time: CSV, JSON, or both in an archive or a directory.
public final class TvTimeOutFormat implements ImportFormat {

    @Override
    public String key() {
        return "tvtime-out";
    }

    @Override
    public String title() {
        return "TV Time Out";
    }

    @Override
    public boolean matches(ImportFile file) {
        return !new TvTimeOutMembers(file).isEmpty() && new TvTimeLiberatorMembers(file).isEmpty();
    }

    @Override
    public void read(ImportFile file, ImportOptions options, RecordSink sink) {
        new TvTimeOutReader(file, sink).read();
    }
}
