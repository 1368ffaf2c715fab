package dev.spoolmark.lists;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.TableMover;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.core.WrittenText;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.social.Follows;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.social.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Gatherers;

/// The lists of users. A list is found by all slugs it has ever had; only its owner changes it.
public final class Lists {

    /// The highest number of lists of one user, and of items on one list (`docs/security.md#quotas`).
    public static final int MAX_LISTS = 500;

    public static final int MAX_ITEMS = 20_000;

    /// Items per transaction, so that a long list does not keep others from writing.
    private static final int BATCH_SIZE = 500;

    private static final Comparator<UserList> OLDEST_FIRST = Comparator.comparing(UserList::createdAt)
            .thenComparingLong(list -> list.id().value());

    private final Database database;
    private final InstantSource clock;
    private final Follows follows;
    private final ListStore store = new ListStore();
    private final ListItemStore items = new ListItemStore();
    private final ListOrderStore order = new ListOrderStore();
    private final ListPageStore pages = new ListPageStore();

    public Lists(Database database, InstantSource clock, Follows follows) {
        this.database = database;
        this.clock = clock;
        this.follows = follows;
    }

    /// Moves list items when two items are merged.
    public static UserDataMover mover(ActivityStamps stamps) {
        return new TableMover(ListItemStore.TABLE, Optional.empty(), stamps);
    }

    // Writes of the owner

    /// Creates an empty list.
    ///
    /// @throws ProblemException with [Problem.Taken] if the owner has a list of this name, with
    /// [Problem.TooMany] above the limit
    public UserList create(UserId owner, ListSettings traits) {
        Instant now = clock.instant();
        return database.write(tx -> {
            if (store.count(tx, owner) >= MAX_LISTS) {
                throw new ProblemException(new Problem.TooMany(MAX_LISTS, "lists"));
            }
            ListId id = new ListId(tx.newId("list"));
            UserList list = new UserList(owner, id, freeSlug(tx, owner, id, traits), traits, now);
            if (!store.insert(tx, list)) {
                throw nameTaken(traits);
            }
            return list;
        });
    }

    /// Changes a list and returns it. A new name gives it a new slug.
    public UserList change(UserId owner, String slug, ListPatch change) {
        Instant now = clock.instant();
        return database.write(tx -> {
            UserList before = get(tx, owner, slug);
            ListSettings traits = change.applyTo(before.traits());
            UserList after = before.with(slugAfter(tx, before, traits), traits);
            if (store.isTaken(tx, after) || !store.update(tx, after, now)) {
                throw nameTaken(traits);
            }
            return after;
        });
    }

    /// Deletes a list with its items.
    public void delete(UserId owner, String slug) {
        database.write(tx -> {
            UserList list = get(tx, owner, slug);
            items.removeAll(tx, list);
            store.delete(tx, list);
            return true;
        });
    }

    /// Appends items in this order. If the list would have too many, none is added.
    ///
    /// @return the items that were not on the list before
    public Set<MediaId> add(UserId owner, String slug, Collection<MediaId> requested) {
        Set<MediaId> newItems = new LinkedHashSet<>(requested);
        UserList list = database.read(tx -> {
            UserList found = get(tx, owner, slug);
            Set<MediaId> existing = items.all(tx, found);
            newItems.removeAll(existing);
            if (existing.size() + newItems.size() > MAX_ITEMS) {
                throw new ProblemException(new Problem.TooMany(MAX_ITEMS, "items on a list"));
            }
            return found;
        });
        Instant now = clock.instant();
        Set<MediaId> added = new LinkedHashSet<>();
        newItems.stream()
                .gather(Gatherers.windowFixed(BATCH_SIZE))
                .forEach(batch -> added.addAll(database.write(tx -> items.append(tx, list, batch, now))));
        return added;
    }

    /// Sets the notes of items; an empty text removes the note. Items that are not on the list are skipped.
    ///
    /// @throws ProblemException with [Problem.NotFound] if the owner has no such list, with [Problem.Invalid]
    /// if a note has more than 500 characters
    public void note(UserId owner, String slug, Map<MediaId, String> notes) {
        Map<MediaId, String> cleaned = new LinkedHashMap<>();
        notes.forEach((item, note) -> cleaned.put(item, cleanNote(note)));
        database.write(tx -> {
            items.setNotes(tx, get(tx, owner, slug), cleaned);
            return true;
        });
    }

    private static String cleanNote(String note) {
        String text = WrittenText.lines(note);
        if (text.codePointCount(0, text.length()) > ValueLimits.LIST_NOTE) {
            throw new ProblemException(new Problem.Invalid("note"));
        }
        return text;
    }

    /// Removes items.
    ///
    /// @return how many were on the list
    public int remove(UserId owner, String slug, Collection<MediaId> removed) {
        UserList list = get(owner, slug);
        return removed.stream()
                .distinct()
                .gather(Gatherers.windowFixed(BATCH_SIZE))
                .mapToInt(batch -> database.write(tx -> items.remove(tx, list, batch)))
                .sum();
    }

    /// Changes of the order of lists, and copies of items to other lists.
    public ListArrangement arrangement() {
        return new ListArrangement(database, this);
    }

    /// A list of the owner.
    ///
    /// @throws ProblemException with [Problem.NotFound] if there is none
    public UserList get(UserId owner, String slug) {
        return database.read(tx -> get(tx, owner, slug));
    }

    // Reads of other users

    /// The lists of a profile that `viewer` may see, oldest first.
    public List<UserList> of(ProfileView profile, Viewer viewer) {
        List<UserList> all = new ArrayList<>(database.read(tx -> store.of(tx, profile.owner())));
        all.sort(OLDEST_FIRST);
        return readable(viewer, all);
    }

    /// A list of a profile, if `viewer` may see it.
    public Optional<UserList> find(ProfileView profile, Viewer viewer, String slug) {
        Optional<UserList> found = database.read(tx -> store.find(tx, profile.owner(), slug));
        return found.filter(list -> !readable(viewer, List.of(list)).isEmpty());
    }

    /// The items of a list in their order. The caller has checked access to the list.
    public List<MediaId> items(UserList list) {
        return database.read(tx -> items.inOrder(tx, list));
    }

    /// The entries of a list by pages. The caller has checked access to the list.
    ///
    /// @param after where the last page ended
    public ListEntryPage page(UserList list, Optional<ListPosition> after, int size) {
        return database.read(tx -> {
            List<ListEntry> found = pages.entries(tx, list, after.orElse(null), size + 1);
            List<ListEntry> entries = found.subList(0, Math.min(size, found.size()));
            int before =
                    after.map(position -> order.countUpTo(tx, list, position)).orElse(0);
            return new ListEntryPage(
                    entries,
                    before + 1,
                    found.size() > size ? Optional.of(ListPosition.of(entries.getLast())) : Optional.empty());
        });
    }

    /// The number of items of these lists of one owner. Empty lists are absent. The caller has checked access to
    /// the lists.
    public Map<ListId, Integer> counts(UserId owner, Collection<UserList> lists) {
        return lists.isEmpty() ? Map.of() : database.read(tx -> order.counts(tx, owner.value(), lists));
    }

    /// The notes of the items of a list. Items without a note are absent. The caller has checked access to the
    /// list.
    public Map<MediaId, String> notes(UserList list) {
        return database.read(tx -> items.notes(tx, list));
    }

    /// The lists whose own privacy lets `viewer` see them, whatever access the profiles of their owners
    /// require.
    public List<UserList> readable(Viewer viewer, Collection<UserList> lists) {
        UserId id = viewer.id();
        Set<UserId> friends = friends(viewer, lists);
        return lists.stream()
                .filter(list -> list.owner().equals(id)
                        || switch (list.traits().privacy()) {
                            case PUBLIC -> true;
                            case FRIENDS -> friends.contains(list.owner());
                            case PRIVATE -> false;
                        })
                .toList();
    }

    /// Loads friends only if a list is limited to friends.
    private Set<UserId> friends(Viewer viewer, Collection<UserList> lists) {
        return lists.stream().anyMatch(list -> list.traits().privacy() == Privacy.FRIENDS)
                ? follows.friendsOf(viewer)
                : Set.of();
    }

    UserList get(Tx tx, UserId owner, String slug) {
        return store.find(tx, owner, slug).orElseThrow(() -> new ProblemException(new Problem.NotFound("list")));
    }

    /// A name that changes only in letter case or accents keeps its slug.
    private String slugAfter(Tx tx, UserList before, ListSettings traits) {
        return traits.plainSlug().equals(before.traits().plainSlug())
                ? before.slug()
                : freeSlug(tx, before.owner(), before.id(), traits);
    }

    /// The slug of the name, then `-2`, `-3`, …: the first that leads to no other list
    /// (`docs/spec/v1/conventions.md#slugs-and-urls`). From here on it leads to this one.
    private String freeSlug(Tx tx, UserId owner, ListId list, ListSettings traits) {
        String plain = traits.plainSlug().isEmpty() ? "list-" + list.value() : traits.plainSlug();
        String slug = plain;
        for (int number = 2; !store.claimSlug(tx, owner, slug, list); number++) {
            slug = plain + "-" + number;
        }
        return slug;
    }

    private static ProblemException nameTaken(ListSettings traits) {
        return new ProblemException(new Problem.Taken(traits.name(), "list"));
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(
                UserRows.of("list_item", "list_id", "kind", "item_id"),
                UserRows.of("list_slug", "slug"),
                UserRows.of("list", "list_id").shownAs("lists"));
    }
}
