package dev.spoolmark.lists;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Row;

/// The columns of a list, for all queries that read lists.
public final class ListColumns {

    private ListColumns() {}

    /// The columns of the table `list` under the alias `name`. They have to come first.
    public static String columns(String name) {
        return ("l.user_id, l.list_id, l.slug, l.name, l.description, l.privacy, l.show_numbers, l.allow_comments,"
                        + " l.created_at, l.rules, l.link_hash IS NOT NULL")
                .replace("l.", name + ".");
    }

    /// The number of these columns.
    public static final int COLUMNS = 11;

    public static UserList list(Row row) {
        String description = row.textOrNull(5);
        ListSettings traits = new ListSettings(
                row.getString(4),
                description == null ? "" : description,
                Privacy.of(row.getString(6)),
                row.getBoolean(7),
                row.getBoolean(8));
        return new UserList(
                new UserId(row.getLong(1)),
                new ListId(row.getLong(2)),
                row.getString(3),
                traits,
                row.instant(9),
                row.textOrNull(10),
                row.getBoolean(11));
    }
}
