package dev.spoolmark.transfer.format.trakt;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.JsonElements;
import dev.spoolmark.transfer.record.ImportWarning.Topic;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads an archive in the layout of an export of Trakt.
public final class TraktReader {

    private static final String ERRORS = "_errors.json";

    private final ImportFile file;
    private final TraktMembers members;
    private final RecordSink sink;
    private final TraktAddition addition;

    public TraktReader(ImportFile file, RecordSink sink) {
        this(file, sink, TraktAddition.NONE);
    }

    public TraktReader(ImportFile file, RecordSink sink, TraktAddition addition) {
        this.file = file;
        this.addition = addition;
        this.members = new TraktMembers(file);
        this.sink = sink;
    }

    /// Reads everything that a user has stored. People are only named in a warning.
    public void read() {
        warnOfGaps();
        new TraktHistory(file, members, sink, addition).read();
        new TraktLibrary(file, members, sink).read();
        new TraktLists(file, members, sink, addition).read();
        new TraktTexts(file, members, sink, addition).read();
    }

    /// An export that was interrupted names what it lacks.
    private void warnOfGaps() {
        file.member(ERRORS)
                .ifPresent(member -> JsonElements.forEach(
                        file, member, (source, row) -> sink.warn(source, Topic.PARTIAL_EXPORT, text(row, "endpoint"))));
        if (hasRows("network-following") || hasRows("network-followers")) {
            sink.warn(new RecordSource(file.name(), 0), Topic.PEOPLE_NOT_FOLLOWED, "");
        }
    }

    /// The item of a row.
    ///
    /// @return empty if it names none
    public static Optional<ImportedItem> item(JsonNode row) {
        return TraktObjects.item(row);
    }

    private boolean hasRows(String name) {
        List<String> pages = members.pages(name);
        return !pages.isEmpty() && !file.head(pages.getFirst()).strip().equals("[]");
    }
}
