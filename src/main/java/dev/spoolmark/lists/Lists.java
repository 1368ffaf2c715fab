package dev.spoolmark.lists;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.ItemNote;
import dev.spoolmark.activity.ItemPosition;
import dev.spoolmark.activity.ItemSelection;
import dev.spoolmark.activity.ListedItemPage;
import dev.spoolmark.activity.TableMover;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
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
import org.jspecify.annotations.Nullable;

/// The lists of users. A list is found by all slugs it has ever had; only its owner changes it.
public final class Lists {

    /// The highest number of lists of one user, and of items on one list (`docs/security.md#quotas`).
    public static final int MAX_LISTS = 500;

    public static final int MAX_ITEMS = 20_000;

    private static final int LONGEST_SLUG = 300;

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
    private final ListLinkStore links = new ListLinkStore();

    public Lists(Database database, InstantSource clock, Follows follows) {
        this.database = database;
        this.clock = clock;
        this.follows = follows;
    }

    /// Lists of imported files.
    public ListImports imports() {
        return new ListImports(this);
    }

    /// Moves list items when two items are merged.
    public static UserDataMover mover(ActivityStamps stamps) {
        return new TableMover(ListItemStore.TABLE, Optional.empty(), stamps);
    }

    // Writes of the owner

    /// Creates an empty list. Items are added one by one.
    ///
    /// @throws ProblemException with [Problem.Taken] if the owner has a list of this name, with
    /// [Problem.TooMany] above the limit
    public UserList create(UserId owner, ListSettings traits) {
        return database.write(tx -> create(tx, owner, traits, null));
    }

    UserList create(Tx tx, UserId owner, ListSettings traits, @Nullable String rules) {
        return create(tx, owner, traits, rules, clock.instant(), null);
    }

    UserList create(
            Tx tx,
            UserId owner,
            ListSettings traits,
            @Nullable String rules,
            Instant createdAt,
            @Nullable ListOrigin origin) {
        if (store.count(tx, owner) >= MAX_LISTS) {
            throw new ProblemException(new Problem.TooMany(MAX_LISTS, "lists"));
        }
        ListId id = new ListId(tx.newId("list"));
        String slug = origin == null ? null : claim(tx, owner, id, origin);
        UserList list = new UserList(
                owner, id, slug == null ? freeSlug(tx, owner, id, traits) : slug, traits, createdAt, rules, false);
        if (!store.insert(tx, list, origin == null ? createdAt : origin.changedAt())) {
            throw nameTaken(traits);
        }
        return list;
    }

    /// Changes a list and returns it. A new name gives it a new slug. A list that is no longer one of
    /// [Privacy#LINK] loses its secret address.
    public UserList change(UserId owner, String slug, ListPatch change) {
        Instant now = clock.instant();
        return database.write(tx -> {
            UserList before = get(tx, owner, slug);
            ListSettings traits = change.applyTo(before.traits());
            UserList after = before.with(slugAfter(tx, before, traits), traits);
            if (store.isTaken(tx, after) || !store.update(tx, after, now)) {
                throw nameTaken(traits);
            }
            if (traits.privacy() != Privacy.LINK) {
                links.delete(tx, after);
            }
            return after;
        });
    }

    /// Deletes a list with its items.
    public void delete(UserId owner, String slug) {
        database.write(tx -> {
            UserList list = get(tx, owner, slug);
            items.removeAll(tx, list);
            links.delete(tx, list);
            store.delete(tx, list);
            return true;
        });
    }

    /// Appends items in this order. If the list would have too many, none is added.
    ///
    /// @return the items that were not on the list before
    /// @throws ProblemException with [Problem.NotFound] if the owner has no such list, or it has rules
    public Set<MediaId> add(UserId owner, String slug, Collection<MediaId> requested) {
        return add(owner, slug, requested, clock.instant());
    }

    Set<MediaId> add(UserId owner, String slug, Collection<MediaId> requested, Instant now) {
        Set<MediaId> newItems = new LinkedHashSet<>(requested);
        UserList list = database.read(tx -> {
            UserList found = getPlain(tx, owner, slug);
            Set<MediaId> existing = items.all(tx, found);
            newItems.removeAll(existing);
            if (existing.size() + newItems.size() > MAX_ITEMS) {
                throw new ProblemException(new Problem.TooMany(MAX_ITEMS, "items on a list"));
            }
            return found;
        });
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
        notes.forEach((item, note) -> cleaned.put(item, ItemNote.clean(note)));
        database.write(tx -> {
            items.setNotes(tx, get(tx, owner, slug), cleaned);
            return true;
        });
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

    /// Changes of the order of lists, removals that can be undone, and copies of items to other lists.
    public ListArrangement arrangement() {
        return new ListArrangement(database, this, clock);
    }

    /// The secret addresses of lists.
    public ListLinks links() {
        return new ListLinks(database, this);
    }

    /// Lists by rules.
    ///
    /// @param everyone the mean ratings of all users
    public SmartLists smart(EveryonesRatings everyone) {
        return new SmartLists(database, this, clock, everyone);
    }

    /// A list of the owner.
    ///
    /// @throws ProblemException with [Problem.NotFound] if there is none
    public UserList get(UserId owner, String slug) {
        return database.read(tx -> get(tx, owner, slug));
    }

    /// A list of the owner by its id.
    public Optional<UserList> find(UserId owner, ListId list) {
        return database.read(tx -> store.find(tx, owner, list));
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

    /// The items of a list by pages. The caller has checked access to the list; others than its owner see
    /// confirmed items only.
    ///
    /// @param after where the last page ended
    public ListedItemPage page(UserList list, ItemSelection selection, Optional<ItemPosition> after, int size) {
        return database.read(tx ->
                ListOrderStore.PAGES.page(tx, ListOrderStore.owner(list), selection, after, size, clock.instant()));
    }

    /// How many items a selection has.
    ///
    /// @param upTo the last item that counts; empty for all
    /// @param max counting ends there
    public int count(UserList list, ItemSelection selection, Optional<ItemPosition> upTo, int max) {
        return database.read(tx ->
                ListOrderStore.PAGES.count(tx, ListOrderStore.owner(list), selection, upTo, max, clock.instant()));
    }

    /// The number of items of these lists of one owner. Empty lists are absent. The caller has checked access to
    /// the lists.
    public Map<ListId, Integer> counts(UserId owner, Collection<UserList> lists) {
        return lists.isEmpty() ? Map.of() : database.read(tx -> order.counts(tx, owner.value(), lists));
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
                            case LINK, PRIVATE -> false;
                        })
                .toList();
    }

    /// Loads friends only if a list is limited to friends.
    private Set<UserId> friends(Viewer viewer, Collection<UserList> lists) {
        return lists.stream().anyMatch(list -> list.traits().privacy() == Privacy.FRIENDS)
                ? follows.friendsOf(viewer)
                : Set.of();
    }

    /// A list whose items are chosen one by one.
    UserList getPlain(Tx tx, UserId owner, String slug) {
        UserList list = get(tx, owner, slug);
        if (list.isSmart()) {
            throw new ProblemException(new Problem.NotFound("list"));
        }
        return list;
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

    /// The slugs that a list had on another server, where they lead to no other list.
    ///
    /// @return the newest; null if it leads to another list
    private @Nullable String claim(Tx tx, UserId owner, ListId list, ListOrigin origin) {
        for (String earlier : origin.earlierSlugs()) {
            if (isSlug(earlier)) {
                store.claimSlug(tx, owner, earlier, list);
            }
        }
        return isSlug(origin.slug()) && store.claimSlug(tx, owner, origin.slug(), list) ? origin.slug() : null;
    }

    private static boolean isSlug(String text) {
        return text.length() <= LONGEST_SLUG
                && !text.isEmpty()
                && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }

    private static ProblemException nameTaken(ListSettings traits) {
        return new ProblemException(new Problem.Taken(traits.name(), "list"));
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(
                UserRows.of("list_item", "list_id", "kind", "item_id"),
                UserRows.of("list_slug", "slug"),
                UserRows.of("list_link", "token_hash"),
                UserRows.of("list", "list_id").shownAs("lists"));
    }
}
