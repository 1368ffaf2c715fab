package dev.spoolmark.transfer.run;

import dev.spoolmark.catalog.merge.UserItemRows.RowKey;
import dev.spoolmark.catalog.merge.UserItemRows.StoredRow;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.db.Tx;
import dev.spoolmark.note.NoteText;
import dev.spoolmark.transfer.record.NoteRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Private notes. An item with another note gets both texts, if they are short enough.
final class NoteForm implements ItemRowWriter.RowForm {

    /// A note about the item itself, as the table says it.
    private static final long ABOUT_ITEM = 1;

    private static final int TEXT = 1;
    private static final int CHANGED_AT = 5;
    private static final int DELETED_AT = 6;

    @Override
    public Optional<StoredRow> row(Tx tx, WriteContext context, ResolvedRecord resolved) {
        NoteRecord note = (NoteRecord) resolved.record();
        FoundItem item = resolved.requireItem();
        NoteText text = new NoteText(note.text(), note.isSpoiler());
        return Optional.of(new StoredRow(
                new RowKey(item.kind().number(), item.id(), List.of(ABOUT_ITEM, 0L)),
                item.show(),
                Arrays.asList(
                        tx.newId("note"),
                        text.text(),
                        "private",
                        text.spoiler(),
                        context.millis(note.createdAt()),
                        context.millis(note.at()),
                        null)));
    }

    @Override
    public @Nullable StoredRow merged(WriteContext context, StoredRow present, StoredRow imported) {
        if (present.values().get(DELETED_AT) != null) {
            return imported;
        }
        String mine = String.valueOf(present.values().get(TEXT));
        String theirs = String.valueOf(imported.values().get(TEXT));
        String both = mine + "\n" + theirs;
        if (mine.contains(theirs) || both.codePointCount(0, both.length()) > ValueLimits.NOTE) {
            return null;
        }
        List<@Nullable Object> values = new ArrayList<>(present.values());
        values.set(TEXT, both);
        values.set(CHANGED_AT, context.millis());
        return new StoredRow(present.key(), present.show(), values);
    }
}
