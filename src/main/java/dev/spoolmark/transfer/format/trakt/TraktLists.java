package dev.spoolmark.transfer.format.trakt;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.lists.Privacy;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.JsonElements;
import dev.spoolmark.transfer.record.ListItemRecord;
import dev.spoolmark.transfer.record.ListRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Own lists with their items. A list and its items belong together by its number, since names change.
final class TraktLists {

    private final ImportFile file;
    private final TraktMembers members;
    private final RecordSink sink;
    private final Set<String> known = new HashSet<>();

    TraktLists(ImportFile file, TraktMembers members, RecordSink sink) {
        this.file = file;
        this.members = members;
        this.sink = sink;
    }

    void read() {
        members.pages("lists-lists").forEach(page -> JsonElements.forEach(file, page, this::list));
        for (String number : members.listNumbers()) {
            for (String page : members.pagesOfList(number)) {
                if (known.add(number)) {
                    sink.accept(ListRecord.named(new RecordSource(page, 0), number, nameOf(page)));
                }
                JsonElements.forEach(file, page, (source, row) -> item(source, row, number));
            }
        }
    }

    private void list(RecordSource source, JsonNode row) {
        String number = text(row.path("ids"), "trakt");
        String name = text(row, "name");
        if (number.isEmpty() || name.isEmpty() || !known.add(number)) {
            sink.skip(source, SkipReason.INVALID_VALUE, row.toString());
            return;
        }
        String rules = text(row, "rules");
        sink.accept(new ListRecord(
                source,
                number,
                name,
                text(row, "description"),
                privacy(text(row, "privacy")),
                row.path("display_numbers").asBoolean(false),
                row.path("allow_comments").asBoolean(true),
                rules.isEmpty() ? null : rules,
                TraktLibrary.at(row, "created_at")));
    }

    /// A list of which the archive has only items is named after its member.
    private static String nameOf(String page) {
        String name = ImportFile.lastName(page).replaceFirst("lists-list-\\d+-?", "");
        String words = name.substring(0, name.length() - ".json".length()).replace('-', ' ');
        return words.isBlank() ? "list" : words;
    }

    private static Privacy privacy(String key) {
        return key.toLowerCase(Locale.ROOT).equals(Privacy.LINK.key())
                ? Privacy.LINK
                : Privacy.find(key).orElse(Privacy.PRIVATE);
    }

    private void item(RecordSource source, JsonNode row, String list) {
        TraktObjects.item(row)
                .ifPresentOrElse(
                        item -> sink.accept(new ListItemRecord(
                                source,
                                item,
                                list,
                                TraktLibrary.rank(row),
                                TraktLibrary.at(row, "listed_at"),
                                TraktLibrary.note(row))),
                        () -> sink.skip(source, SkipReason.NO_ITEM, row.toString()));
    }
}
