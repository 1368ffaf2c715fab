package dev.spoolmark.lists;

import dev.spoolmark.account.UserId;
import dev.spoolmark.store.Row;

/// How a list stands in the store, for every query that reads one.
public final class ListRow {

    private ListRow() {}

    /// The columns of the table `list`, which the query calls `name`. They have to come first.
    public static String columns(String name) {
        return "l.user_id, l.list_id, l.slug, l.name, l.description, l.privacy, l.show_numbers, l.allow_comments, l.created_at"
                .replace("l.", name + ".");
    }

    /// How many columns that are.
    public static final int COLUMNS = 9;

    public static UserList list(Row row) {
        String description = row.textOrNull(5);
        ListTraits traits = new ListTraits(
                row.text(4), description == null ? "" : description, Privacy.of(row.text(6)), row.flag(7), row.flag(8));
        return new UserList(new UserId(row.number(1)), new ListId(row.number(2)), row.text(3), traits, row.instant(9));
    }
}
