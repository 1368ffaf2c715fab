package dev.spoolmark.catalog;

import dev.spoolmark.kernel.ClockSkew;
import dev.spoolmark.store.Database;
import dev.spoolmark.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// Lets what people have on an item follow it to where it went, some people at a time, so that nobody else waits long.
///
/// All of it can be cut off anywhere and done again. A request that had found the item before it went may still put
/// something on the old one; so the old number is looked at for a while longer.
final class Relocation {

    /// Longer than any request and any cache lives.
    static final Duration GRACE = Duration.ofMinutes(15);

    private static final int MOVES_AT_ONCE = 100;
    private static final int PEOPLE_AT_ONCE = 100;

    private final Database database;
    private final InstantSource clock;
    private final List<Moves> features;

    Relocation(Database database, InstantSource clock, List<Moves> features) {
        this.database = database;
        this.clock = clock;
        this.features = List.copyOf(features);
    }

    /// Lets everybody follow who has not yet, and takes away what is left of items that nobody comes back to.
    void settle() {
        List<Move> all = database.read(AliasStore::moves);
        all.stream().gather(Gatherers.windowFixed(MOVES_AT_ONCE)).forEach(this::follow);
        Instant now = clock.instant();
        Instant until = now.minus(GRACE);
        List<Move> over = all.stream()
                .filter(move -> !move.since().isAfter(until) || ClockSkew.isAhead(move.since(), now))
                .toList();
        if (!over.isEmpty()) {
            database.write(tx -> {
                Gate.pass(tx);
                return remove(tx, over);
            });
        }
    }

    /// Those few who can follow in the transaction in which the item goes: where few people are, nobody ever sees it
    /// half done.
    void followAtOnce(Tx tx, Instant now) {
        List<Move> moves = AliasStore.moves(tx, now);
        if (!moves.isEmpty() && moves.size() <= MOVES_AT_ONCE) {
            move(tx, people(tx, moves, 0).stream().limit(peopleAtOnce(moves)).toList(), moves, now);
        }
    }

    /// Lets everybody follow what went at that moment.
    void follow(Instant then) {
        List<Move> moves = database.read(tx -> AliasStore.moves(tx, then));
        moves.stream().gather(Gatherers.windowFixed(MOVES_AT_ONCE)).forEach(this::follow);
    }

    private void follow(List<Move> moves) {
        for (List<Long> people = peopleBehind(moves, 0);
                !people.isEmpty();
                people = peopleBehind(moves, people.getLast())) {
            people.stream()
                    .gather(Gatherers.windowFixed(peopleAtOnce(moves)))
                    .forEach(some -> database.write(tx -> move(tx, some, moves, clock.instant())));
        }
    }

    private List<Long> peopleBehind(List<Move> moves, long after) {
        return database.read(tx -> people(tx, moves, after));
    }

    /// A hundred people of a movie in one transaction, or one person of a show with all its episodes.
    private static int peopleAtOnce(List<Move> moves) {
        return Math.max(1, PEOPLE_AT_ONCE / Math.max(1, moves.size()));
    }

    private List<Long> people(Tx tx, List<Move> moves, long after) {
        return features.stream()
                .flatMap(feature -> feature.people(tx, moves, after, PEOPLE_AT_ONCE).stream())
                .distinct()
                .sorted()
                .limit(PEOPLE_AT_ONCE)
                .toList();
    }

    private boolean move(Tx tx, List<Long> people, List<Move> moves, Instant now) {
        for (long person : people) {
            features.forEach(feature -> feature.move(tx, person, moves, now));
        }
        return true;
    }

    /// Episodes before their seasons, and those before their shows.
    private boolean remove(Tx tx, List<Move> moves) {
        List<Move> empty = moves.stream()
                .gather(Gatherers.windowFixed(MOVES_AT_ONCE))
                .flatMap(some -> people(tx, some, 0).isEmpty() ? some.stream() : Stream.empty())
                .sorted((one, other) -> other.kind().compareTo(one.kind()))
                .toList();
        AliasStore.settled(
                tx,
                empty.stream()
                        .filter(move -> move.isWithinItem() || AliasStore.removeLeft(tx, move.kind(), move.from()))
                        .toList());
        return true;
    }
}
