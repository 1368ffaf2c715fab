package dev.spoolmark.transfer.format.trakt;

import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.record.RecordSink;

/// The ZIP export of Trakt: one JSON file for each kind of data, or several with numbers if there are many rows.
public final class TraktFormat implements ImportFormat {

    @Override
    public String key() {
        return "trakt";
    }

    @Override
    public String title() {
        return "Trakt";
    }

    @Override
    public boolean matches(ImportFile file) {
        return !new TraktMembers(file).isEmpty();
    }

    @Override
    public void read(ImportFile file, ImportOptions options, RecordSink sink) {
        new TraktReader(file, sink).read();
    }
}
