package dev.spoolmark.transfer;

import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.lists.ListEntry;
import dev.spoolmark.lists.ListOverview;
import dev.spoolmark.lists.ListPages;
import dev.spoolmark.lists.ListSettings;
import dev.spoolmark.lists.UserList;
import dev.spoolmark.social.ProfileView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The members about lists: `lists-lists`, and `lists-list-ID-SLUG` with the items of each.
final class ListMembers {

    private final ListPages lists;
    private final ItemObjects items;
    private final ProfileView self;

    ListMembers(ExportSources sources, ItemObjects items, ProfileView self) {
        this.lists = sources.lists();
        this.items = items;
        this.self = self;
    }

    /// A row of a list, of the watchlist or of the favourites without its item.
    static JsonObject entry(int rank, long id, Instant listedAt, @Nullable String note) {
        return new JsonObject()
                .put("rank", rank)
                .put("id", id)
                .put("listed_at", ExportTime.of(listedAt))
                .putNullable("notes", note);
    }

    /// @return the number of lists
    long writeLists(ExportArchive archive) {
        archive.emptyArray("lists-collaborations");
        return archive.<ListOverview>array(
                "lists-lists",
                (after, max) -> lists.lists(self, after, max),
                rows -> rows.stream().map(this::list).toList());
    }

    private JsonObject list(ListOverview row) {
        UserList list = row.list();
        ListSettings settings = list.traits();
        return new JsonObject()
                .put("name", settings.name())
                .put("description", settings.description())
                .put("privacy", settings.privacy().key())
                .putNullable("share_link", null)
                .put("type", list.isSmart() ? "smart" : "personal")
                .putNullable("rules", list.rules())
                .put("display_numbers", settings.showNumbers())
                .put("allow_comments", settings.allowComments())
                .put("sort_by", "rank")
                .put("sort_how", "asc")
                .put("created_at", ExportTime.of(list.createdAt()))
                .put("updated_at", ExportTime.of(row.changedAt()))
                .put("item_count", row.items())
                .put("comment_count", 0)
                .put("likes", 0)
                .put("ids", new JsonObject().put("trakt", list.id().value()).put("slug", list.slug()))
                .put("user", UserObjects.user(self.account()));
    }

    /// @return the number of items on all lists
    long writeItems(ExportArchive archive) {
        long count = 0;
        for (ListOverview row : PageReader.<ListOverview, ListOverview>all(
                (after, max) -> lists.lists(self, after, max), ExportArchive.PAGE_SIZE, rows -> rows)) {
            UserList list = row.list();
            count += archive.<ListEntry>array(
                    "lists-list-" + list.id().value() + "-" + ExportName.safe(list.slug()),
                    (after, max) -> lists.entries(list, after, max),
                    this::entries);
        }
        return count;
    }

    private List<JsonObject> entries(List<ListEntry> rows) {
        ItemObjects.Page page = items.page(rows.stream().map(ListEntry::item));
        return rows.stream()
                .map(row -> page.describe(entry(row.rank(), row.id(), row.listedAt(), row.note()), row.item()))
                .toList();
    }
}
