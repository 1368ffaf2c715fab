package dev.spoolmark.transfer.format.watcharr;

import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.JsonElements;
import dev.spoolmark.transfer.file.JsonHead;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.record.RecordSink;
import java.util.List;

/// The JSON export of Watcharr: an array with one object for each movie, show or game.
public final class WatcharrFormat implements ImportFormat {

    @Override
    public String key() {
        return "watcharr";
    }

    @Override
    public String title() {
        return "Watcharr";
    }

    @Override
    public boolean matches(ImportFile file) {
        return !members(file).isEmpty();
    }

    private static List<String> members(ImportFile file) {
        return file.membersOfType(".json").stream()
                .filter(member -> isExport(JsonHead.of(file, member)))
                .toList();
    }

    private static boolean isExport(JsonHead head) {
        return head.isArray()
                && head.has("status")
                && head.has("rating")
                && (head.has("content") || head.has("game") || head.has("thoughts"));
    }

    @Override
    public void read(ImportFile file, ImportOptions options, RecordSink sink) {
        WatcharrReader reader = new WatcharrReader(sink, options.zone());
        members(file).forEach(member -> JsonElements.forEach(file, member, reader::row));
    }
}
