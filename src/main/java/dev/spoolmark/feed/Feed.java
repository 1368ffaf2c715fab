package dev.spoolmark.feed;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.db.Database;
import dev.spoolmark.lists.ListId;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.lists.UserList;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.social.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The activity of users, newest first, limited to what the viewer may see at this moment
/// (`docs/security.md#sec-p2`).
public final class Feed {

    /// The highest number of entries in one response (`docs/spec/v1/activity.md#activity-items`).
    public static final int MAX_ENTRIES = 100;

    private static final int PAGE_SIZE = 50;

    /// Rows of each table of a page at most.
    private static final int RECENT_ROWS = 1_000;

    private static final Comparator<FeedEntry> NEWEST_FIRST =
            Comparator.comparing(FeedEntry::at).reversed().thenComparingLong(FeedEntry::id);

    private final Database database;
    private final InstantSource clock;
    private final Accounts accounts;
    private final ProfileAccess access;
    private final Lists lists;

    public Feed(Database database, InstantSource clock, Accounts accounts, ProfileAccess access, Lists lists) {
        this.database = database;
        this.clock = clock;
        this.accounts = accounts;
        this.access = access;
        this.lists = lists;
    }

    /// The activity of one profile. `viewer` decides which of its lists are included.
    public List<FeedEntry> of(ProfileView profile, Viewer viewer, FeedFilter filter) {
        return read(new FeedAudience.Users(List.of(profile.owner(ProfileSection.ACTIVITY)), viewer), filter);
    }

    /// The activity of those of these users whom `viewer` may see.
    public List<FeedEntry> of(Collection<UserId> users, Viewer viewer, FeedFilter filter) {
        Collection<Account> accountsOfUsers = accounts.all(users).values();
        List<UserId> seen = List.copyOf(access.visibleTo(viewer, accountsOfUsers));
        return seen.isEmpty() ? List.of() : read(new FeedAudience.Users(seen, viewer), filter);
    }

    /// The activity of all users whom `viewer` may see.
    public List<FeedEntry> everybody(Viewer viewer, FeedFilter filter) {
        return read(new FeedAudience.Everybody(viewer), filter);
    }

    /// Selects activity for [#recent].
    ///
    /// @param before exclusive; null for no limit
    public record Selection(
            Set<Kind> types, Set<Action> actions, @Nullable Instant before) {}

    /// The newest activity of these users within a period, limited to what `viewer` may see, with one statement
    /// for each table.
    public FeedPage recent(Collection<UserId> users, Viewer viewer, Selection selection, Duration period) {
        Instant now = clock.instant();
        Instant before = selection.before();
        Instant since = (before == null ? now : before).minus(period);
        Map<UserId, ProfileView> profiles =
                access.viewOf(viewer, accounts.all(users).values());
        List<UserId> seen = profiles.entrySet().stream()
                .filter(entry -> entry.getValue().shows(ProfileSection.ACTIVITY))
                .map(Map.Entry::getKey)
                .toList();
        if (seen.isEmpty()) {
            return new FeedPage(List.of(), since);
        }
        FeedFilter filter = new FeedFilter(selection.types(), selection.actions(), since, before, new ItemFilter.All());
        ReadWindow window = new ReadWindow(since, RECENT_ROWS, true);
        List<EventBatch> tables =
                database.read(tx -> FeedStore.all(tx, new FeedAudience.Users(seen, viewer), filter, window, now)
                        .toList());
        Instant end = tables.stream()
                .filter(table -> table.truncated() && !table.all().isEmpty())
                .map(table -> table.all().getLast().at())
                .max(Comparator.naturalOrder())
                .orElse(since);
        List<FeedEntry> entries = tables.stream()
                .flatMap(table -> table.all().stream())
                .filter(fact -> !fact.at().isBefore(end))
                .filter(fact -> isShown(profiles.get(fact.userId()), fact.action()))
                .map(fact -> entry(profiles, fact))
                .sorted(NEWEST_FIRST)
                .toList();
        return page(entries, end);
    }

    /// Entries of the same time stay together.
    private static FeedPage page(List<FeedEntry> entries, Instant end) {
        if (entries.size() <= PAGE_SIZE) {
            return new FeedPage(entries, end);
        }
        Instant last = entries.get(PAGE_SIZE - 1).at();
        return new FeedPage(
                entries.stream().takeWhile(entry -> !entry.at().isBefore(last)).toList(), last);
    }

    /// Reads ever longer periods until 100 entries are found and no table has newer ones, or until all is
    /// read. The queries return only rows that the viewer may see; access is checked again at the end, since
    /// it may have changed meanwhile.
    private List<FeedEntry> read(FeedAudience feedAudience, FeedFilter filter) {
        Instant now = clock.instant();
        Instant before = filter.before();
        Instant newest = before == null || before.isAfter(now) ? now : before;
        return ReadWindow.steps(newest, filter.from())
                .map(window -> step(feedAudience, filter, window, now))
                .filter(Step::isLast)
                .findFirst()
                .map(Step::visible)
                .orElseThrow()
                .stream()
                .sorted(NEWEST_FIRST)
                .limit(MAX_ENTRIES)
                .toList();
    }

    private Step step(FeedAudience feedAudience, FeedFilter filter, ReadWindow window, Instant now) {
        EventBatch facts =
                database.read(tx -> EventBatch.together(FeedStore.all(tx, feedAudience, filter, window, now)));
        List<FeedEntry> visible = facts.truncated() ? List.of() : visible(feedAudience.viewer(), facts.all());
        return new Step(window, facts.truncated(), visible);
    }

    /// @param visible empty if the rows are truncated
    private record Step(ReadWindow window, boolean truncated, List<FeedEntry> visible) {

        boolean isLast() {
            return !truncated && (window.complete() || visible.size() >= MAX_ENTRIES);
        }
    }

    private List<FeedEntry> visible(Viewer viewer, List<FeedEvent> facts) {
        Set<UserId> actors = facts.stream().map(FeedEvent::userId).collect(Collectors.toSet());
        Map<UserId, ProfileView> profiles =
                access.viewOf(viewer, accounts.all(actors).values());
        Set<ListId> readable = lists.readable(viewer, listsIn(facts)).stream()
                .map(UserList::id)
                .collect(Collectors.toSet());
        return facts.stream()
                .filter(fact -> isShown(profiles.get(fact.userId()), fact.action()))
                .filter(fact -> listIn(fact.detail()).stream().allMatch(list -> readable.contains(list.id())))
                .map(fact -> entry(profiles, fact))
                .toList();
    }

    private static boolean isShown(@Nullable ProfileView profile, Action action) {
        return profile != null
                && profile.shows(ProfileSection.ACTIVITY)
                && action.section().map(profile::shows).orElse(true);
    }

    private static FeedEntry entry(Map<UserId, ProfileView> profiles, FeedEvent fact) {
        ProfileView profile = profiles.get(fact.userId());
        if (profile == null) {
            throw new IllegalStateException("an entry of a user who is not visible");
        }
        return new FeedEntry(profile.account(), fact.action(), fact.at(), fact.detail());
    }

    private static Set<UserList> listsIn(List<FeedEvent> facts) {
        return facts.stream().flatMap(fact -> listIn(fact.detail()).stream()).collect(Collectors.toSet());
    }

    private static List<UserList> listIn(ActivityDetail detail) {
        return switch (detail) {
            case ActivityDetail.MadeList(UserList list) -> List.of(list);
            case ActivityDetail.Listed(UserList list, var number, var item) -> List.of(list);
            case ActivityDetail.WithItem _,
                    ActivityDetail.WithEpisodes _,
                    ActivityDetail.Rated _,
                    ActivityDetail.Commented _ -> List.of();
        };
    }
}
