package dev.spoolmark.transfer.format.trakt;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.lists.ListOrigin;
import dev.spoolmark.lists.Privacy;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.JsonElements;
import dev.spoolmark.transfer.record.ListItemRecord;
import dev.spoolmark.transfer.record.ListRecord;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Own lists with their items. A list and its items belong together by its number, since names change.
final class TraktLists {

    private final ImportFile file;
    private final TraktMembers members;
    private final RecordSink sink;
    private final TraktAddition addition;
    private final Set<String> known = new HashSet<>();

    TraktLists(ImportFile file, TraktMembers members, RecordSink sink, TraktAddition addition) {
        this.addition = addition;
        this.file = file;
        this.members = members;
        this.sink = sink;
    }

    void read() {
        members.pages("lists-lists")
                .forEach(page -> JsonElements.forEach(file, page, (source, row) -> list(source, row, false)));
        members.pages("lists-lists")
                .forEach(page -> JsonElements.forEach(file, page, (source, row) -> list(source, row, true)));
        for (String number : members.listNumbers()) {
            for (String page : members.pagesOfList(number)) {
                if (known.add(number)) {
                    sink.accept(ListRecord.named(new RecordSource(page, 0), number, nameOf(page)));
                }
                JsonElements.forEach(file, page, (source, row) -> item(source, row, number));
            }
        }
    }

    /// Lists by rules follow those that they choose from.
    private void list(RecordSource source, JsonNode row, boolean hasRules) {
        if (text(row, "rules").isEmpty() == hasRules) {
            return;
        }
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
                TraktLibrary.at(row, "created_at"),
                origin(row, number)));
    }

    private @Nullable ListOrigin origin(JsonNode row, String number) {
        String slug = text(row.path("ids"), "slug");
        Instant changedAt = TraktLibrary.at(row, "updated_at");
        return addition.isOwn() && changedAt != null
                ? new ListOrigin(
                        slug,
                        addition.slugs(number).stream()
                                .filter(other -> !other.equals(slug))
                                .toList(),
                        changedAt)
                : null;
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
