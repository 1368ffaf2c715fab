package dev.spoolmark.lists;

import dev.spoolmark.db.Database;
import dev.spoolmark.social.ProfileView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that is stored about the lists of a user, page by page in the order of a key. It includes private
/// lists, so only the owner can read it.
public final class ListPages {

    private final Database database;
    private final ListPageStore store = new ListPageStore();

    public ListPages(Database database) {
        this.database = database;
    }

    /// The lists, by id.
    ///
    /// @param after the last one of the page before; null for the first page
    public List<ListOverview> lists(ProfileView owner, @Nullable ListOverview after, int max) {
        long id = after == null ? 0 : after.list().id().value();
        return database.read(tx -> store.lists(tx, owner.ownerAlone(), id, max));
    }

    /// The items of a list in their order.
    ///
    /// @param after the last one of the page before; null for the first page
    public List<ListEntry> entries(UserList list, @Nullable ListEntry after, int max) {
        ListPosition position = after == null ? null : ListPosition.of(after);
        return database.read(tx -> store.entries(tx, list, position, max));
    }

    /// All slugs that lead to a list, in bytewise order.
    ///
    /// @param after the last one of the page before; null for the first page
    public List<ListSlug> slugs(ProfileView owner, @Nullable ListSlug after, int max) {
        String slug = after == null ? "" : after.slug();
        return database.read(tx -> store.slugs(tx, owner.ownerAlone(), slug, max));
    }
}
