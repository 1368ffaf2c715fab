package dev.spoolmark.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Engine;
import dev.spoolmark.social.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Watchers of an item, and to whom they are visible.
@ParameterizedClass
@EnumSource(Engine.class)
class ItemWatchersTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Parameter
    Engine engine;

    StatsWorld world;

    @BeforeEach
    void open() {
        world = new StatsWorld(engine);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void mostPlaysComeFirstAndProtectedUsersAreSeenByFriendsOnly() {
        played(world.ann, 1);
        played(world.bob, 2);
        played(world.cem, 3);

        assertThat(top(Viewer.ANONYMOUS)).containsExactly("ann 1");
        assertThat(top(Viewer.of(world.ann))).containsExactly("bob 2", "ann 1");
        assertThat(top(Viewer.of(world.cem))).containsExactly("cem 3", "ann 1");
    }

    @Test
    void usersWithEqualPlaysAreSortedByName() {
        played(world.bob, 1);
        played(world.ann, 1);

        assertThat(top(Viewer.of(world.ann))).containsExactly("ann 1", "bob 1");
    }

    @Test
    void manyProtectedUsersDoNotHidePublicOnes() {
        List<Account> hidden = IntStream.range(0, 40)
                .mapToObj(number -> world.account("hidden" + number, true))
                .toList();
        hidden.forEach(one -> played(one, 2));
        played(world.ann, 1);

        assertThat(top(Viewer.ANONYMOUS)).containsExactly("ann 1");
        assertThat(top(Viewer.of(hidden.getFirst()))).containsExactly("hidden0 2", "ann 1");
    }

    @Test
    void returnsFourteenUsersSortedByName() {
        IntStream.range(0, 30)
                .map(number -> 59 - number)
                .forEach(number -> played(world.account("p" + number, false), 1));

        assertThat(top(Viewer.ANONYMOUS))
                .hasSize(14)
                .startsWith("p30 1", "p31 1")
                .endsWith("p43 1");
    }

    @Test
    void aUserWhoBecomesProtectedDisappearsAtOnce() {
        played(world.ann, 1);
        ItemWatchers itemWatchers = audience();
        assertThat(itemWatchers.topWatchers(Viewer.ANONYMOUS, world.batman().id()))
                .hasSize(1);

        world.database.write(tx -> tx.update("UPDATE account SET protected = TRUE WHERE name = 'ann'"));

        assertThat(itemWatchers.topWatchers(Viewer.ANONYMOUS, world.batman().id()))
                .isEmpty();
    }

    @Test
    void usersWhoOnlyMarkedItAsSeenAreNotWatchers() {
        world.rows.addPlay(world.ann, world.theBatman(), UserDataRows.SEEN, world.clock.instant());

        assertThat(top(Viewer.ANONYMOUS)).isEmpty();
    }

    @Test
    void currentWatchersAreVisibleToUsersWithAccess() {
        world.rows.addPlayback(world.ann.id(), world.theBatman(), world.ago(HOUR), world.in(HOUR));
        world.rows.addPlayback(world.bob.id(), world.theBatman(), world.ago(MINUTE), world.in(HOUR));

        assertThat(now(Viewer.ANONYMOUS, world.batman().id())).containsExactly("ann");
        assertThat(now(Viewer.of(world.ann), world.batman().id())).containsExactly("bob", "ann");
    }

    @Test
    void expiredPlaybackDoesNotCount() {
        world.rows.addPlayback(world.ann.id(), world.theBatman(), world.ago(HOUR), world.clock.instant());

        assertThat(now(Viewer.ANONYMOUS, world.batman().id())).isEmpty();
    }

    @Test
    void watchersOfAnEpisodeAreWatchersOfTheShow() {
        world.rows.addPlayback(world.ann.id(), world.episode(1, 2), world.ago(HOUR), world.in(HOUR));

        assertThat(now(Viewer.ANONYMOUS, world.guide().show().id())).containsExactly("ann");
        assertThat(now(Viewer.ANONYMOUS, world.episode(1, 2).item())).containsExactly("ann");
        assertThat(now(Viewer.ANONYMOUS, world.episode(1, 1).item())).isEmpty();
    }

    private void played(Account account, int times) {
        for (int time = 1; time <= times; time++) {
            world.rows.addPlay(account, world.theBatman(), UserDataRows.SCROBBLE, world.ago(Duration.ofDays(time)));
        }
    }

    private List<String> top(Viewer viewer) {
        return audience().topWatchers(viewer, world.batman().id()).stream()
                .map(watcher -> watcher.account().name() + " " + watcher.plays())
                .toList();
    }

    private List<String> now(Viewer viewer, MediaId item) {
        return audience().now(viewer, item).stream()
                .map(present -> present.account().name())
                .toList();
    }

    private ItemWatchers audience() {
        return new ItemWatchers(world.database, world.accounts, world.access, world.clock);
    }
}
