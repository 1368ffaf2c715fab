package dev.spoolmark.feed;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.UserId;
import dev.spoolmark.lists.ListId;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.lists.UserList;
import dev.spoolmark.social.Gate;
import dev.spoolmark.social.Sight;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What people did lately, newest first, as far as whoever asks may see it at this moment (`SEC-P2`).
public final class Feed {

    /// How many entries one answer has at most (`activity.md`).
    public static final int MOST = 100;

    private static final Comparator<Entry> NEWEST_FIRST =
            Comparator.comparing(Entry::at).reversed().thenComparingLong(Entry::id);

    private final Database database;
    private final InstantSource clock;
    private final Accounts accounts;
    private final Gate gate;
    private final Lists lists;

    public Feed(Database database, InstantSource clock, Accounts accounts, Gate gate, Lists lists) {
        this.database = database;
        this.clock = clock;
        this.accounts = accounts;
        this.gate = gate;
        this.lists = lists;
    }

    /// What one person did. `viewer` decides which of their lists are seen.
    public List<Entry> of(Sight sight, Viewer viewer, Wanted wanted) {
        return read(new Who.People(List.of(sight.owner()), viewer), wanted);
    }

    /// What these people did, those among them whom `viewer` may see.
    public List<Entry> of(Collection<UserId> people, Viewer viewer, Wanted wanted) {
        Collection<Account> there = accounts.all(people).values();
        List<UserId> seen = List.copyOf(gate.seen(viewer, there));
        return seen.isEmpty() ? List.of() : read(new Who.People(seen, viewer), wanted);
    }

    /// What everybody did whom `viewer` may see.
    public List<Entry> everybody(Viewer viewer, Wanted wanted) {
        return read(new Who.Everybody(viewer), wanted);
    }

    /// Goes back until a hundred entries are there and no table holds newer ones, or until all is read. The rows that
    /// are read may be seen by the viewer; that is decided once more at the end, since somebody may hide meanwhile.
    private List<Entry> read(Who who, Wanted wanted) {
        Instant now = clock.instant();
        Instant before = wanted.before();
        Instant newest = before == null || before.isAfter(now) ? now : before;
        return Reach.steps(newest, wanted.from())
                .map(reach -> new Step(
                        reach, database.read(tx -> Facts.together(FactStore.all(tx, who, wanted, reach, now)))))
                .filter(Step::isLast)
                .findFirst()
                .map(step -> visible(who.viewer(), step.facts().all()))
                .orElseThrow()
                .stream()
                .sorted(NEWEST_FIRST)
                .limit(MOST)
                .toList();
    }

    private record Step(Reach reach, Facts facts) {

        boolean isLast() {
            return !facts.cut() && (reach.whole() || facts.all().size() >= MOST);
        }
    }

    private List<Entry> visible(Viewer viewer, List<Fact> facts) {
        Set<UserId> doers = facts.stream().map(Fact::person).collect(Collectors.toSet());
        Map<UserId, Account> people = accounts.all(doers);
        Set<UserId> seen = gate.seen(viewer, people.values());
        Set<ListId> readable = lists.readable(viewer, listsIn(facts)).stream()
                .map(UserList::id)
                .collect(Collectors.toSet());
        return facts.stream()
                .filter(fact -> seen.contains(fact.person()))
                .filter(fact -> listIn(fact.deed()).stream().allMatch(list -> readable.contains(list.id())))
                .map(fact -> entry(people, fact))
                .toList();
    }

    private static Entry entry(Map<UserId, Account> people, Fact fact) {
        Account person = people.get(fact.person());
        if (person == null) {
            throw new IllegalStateException("somebody was seen who is not there");
        }
        return new Entry(person, fact.action(), fact.at(), fact.deed());
    }

    private static Set<UserList> listsIn(List<Fact> facts) {
        return facts.stream().flatMap(fact -> listIn(fact.deed()).stream()).collect(Collectors.toSet());
    }

    private static List<UserList> listIn(Deed deed) {
        return switch (deed) {
            case Deed.MadeList(UserList list) -> List.of(list);
            case Deed.Listed(UserList list, var number, var item) -> List.of(list);
            case Deed.WithItem _, Deed.WithEpisodes _, Deed.Rated _, Deed.Said _ -> List.of();
        };
    }
}
