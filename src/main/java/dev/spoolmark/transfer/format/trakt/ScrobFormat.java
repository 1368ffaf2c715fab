package dev.spoolmark.transfer.format.trakt;

import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.record.RecordSink;

/// The ZIP export of Scrob: the layout of Trakt, with times that may be unknown and halves of ratings. The members with
/// its keys are not opened; their names distinguish it from an export of Trakt.
public final class ScrobFormat implements ImportFormat {

    @Override
    public String key() {
        return "scrob";
    }

    @Override
    public String title() {
        return "Scrob";
    }

    @Override
    public boolean matches(ImportFile file) {
        return !new TraktMembers(file).isEmpty()
                && !file.membersNamed(name -> name.equals("api-keys.json") || name.endsWith("-connections.json"))
                        .isEmpty();
    }

    @Override
    public void read(ImportFile file, ImportOptions options, RecordSink sink) {
        new TraktReader(file, sink).read();
    }
}
