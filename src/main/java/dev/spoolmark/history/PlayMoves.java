package dev.spoolmark.history;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.Timeline;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.Move;
import dev.spoolmark.catalog.Moves;
import dev.spoolmark.catalog.PersonalRows;
import dev.spoolmark.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Plays, their sums and their gates follow an item that became another. A viewing that was reported of both is one
/// play, by the rule of the gate (`scale.md` 4); then the sum is counted anew.
public final class PlayMoves implements Moves {

    /// Only to find who is behind: these rows are counted, not moved.
    private static final PersonalRows SUMS = new PersonalRows("watched", List.of(), List.of(), true, "NOTHING");

    private static final PersonalRows PLAYS = new PersonalRows("play", List.of(), List.of(), true, "NOTHING");

    private final Timeline timeline;
    private final GuardStore guards = new GuardStore();
    private final GuardMoveStore movedGuards = new GuardMoveStore();
    private final PlayMoveStore store = new PlayMoveStore();
    private final WatchedMoveStore sums = new WatchedMoveStore();

    public PlayMoves(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public Set<String> tables() {
        return Set.of("play", "watched", "play_guard");
    }

    @Override
    public List<Long> people(Tx tx, List<Move> moves, long after, int limit) {
        return Stream.concat(
                        SUMS.people(tx, moves, after, limit).stream(), PLAYS.people(tx, moves, after, limit).stream())
                .toList();
    }

    @Override
    public void move(Tx tx, long person, List<Move> moves, Instant now) {
        UserId user = new UserId(person);
        Map<Long, Move> byItem = moves.stream()
                .filter(move -> move.kind() == Kind.MOVIE || move.kind() == Kind.EPISODE)
                .collect(Collectors.toMap(Move::from, Function.identity()));
        List<Move> behind = store.withPlays(tx, user, byItem.values()).stream()
                .map(byItem::get)
                .flatMap(Stream::ofNullable)
                .toList();
        guards.hold(
                tx, user, behind.stream().flatMap(PlayMoves::ends).distinct().toList());
        Set<Long> taken = new HashSet<>(store.standing(tx, user, behind));
        List<Move> alone = new ArrayList<>();
        List<Move> meeting = new ArrayList<>();
        for (Move move : behind) {
            boolean isFirst = !move.isWithinItem() && taken.add(move.to());
            (isFirst ? alone : meeting).add(move);
        }
        Set<String> areas = new TreeSet<>(store.moveAlone(tx, user, alone));
        meeting.forEach(move -> move(tx, user, move, areas));
        timeline.changed(tx, user, areas, now);
    }

    private static Stream<Watchable> ends(Move move) {
        int kind = move.kind().number();
        return Stream.of(Watchable.of(kind, move.from(), move.show()), Watchable.of(kind, move.to(), move.show()));
    }

    /// Where the person has something on either. Both are held.
    private void move(Tx tx, UserId user, Move move, Set<String> areas) {
        Watchable to = Watchable.of(move.kind().number(), move.to(), move.show());
        Watchable from = Watchable.of(move.kind().number(), move.from(), move.show());
        if (move.isWithinItem()) {
            if (store.correctShow(tx, user, to)) {
                areas.add(to.kind().word() + ".watched");
            }
            return;
        }
        MovedPlays moved = new MovedPlays(
                store.take(tx, user, from),
                store.of(tx, user, to),
                Viewing.window(to.kind(), store.runtime(tx, to)),
                store.saidUnseen(tx, user, to, move.since()));
        store.add(tx, user, to, moved.kept());
        movedGuards.move(tx, user, from, to, moved.same());
        sums.recount(tx, user, from, to);
        areas.add(to.kind().word() + ".watched");
        moved.kept()
                .forEach(
                        play -> areas.add(to.kind().word() + "." + play.action().word()));
    }
}
