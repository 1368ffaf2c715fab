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

    StatsFixture fixture;

    @BeforeEach
    void open() {
        fixture = new StatsFixture(engine);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void mostPlaysComeFirstAndProtectedUsersAreSeenByFriendsOnly() {
        played(fixture.ann, 1);
        played(fixture.bob, 2);
        played(fixture.cem, 3);

        assertThat(top(Viewer.ANONYMOUS)).containsExactly("ann 1");
        assertThat(top(Viewer.of(fixture.ann))).containsExactly("bob 2", "ann 1");
        assertThat(top(Viewer.of(fixture.cem))).containsExactly("cem 3", "ann 1");
    }

    @Test
    void usersWithEqualPlaysAreSortedByName() {
        played(fixture.bob, 1);
        played(fixture.ann, 1);

        assertThat(top(Viewer.of(fixture.ann))).containsExactly("ann 1", "bob 1");
    }

    @Test
    void manyProtectedUsersDoNotHidePublicOnes() {
        List<Account> hidden = IntStream.range(0, 40)
                .mapToObj(number -> fixture.account("hidden" + number, true))
                .toList();
        hidden.forEach(one -> played(one, 2));
        played(fixture.ann, 1);

        assertThat(top(Viewer.ANONYMOUS)).containsExactly("ann 1");
        assertThat(top(Viewer.of(hidden.getFirst()))).containsExactly("hidden0 2", "ann 1");
    }

    @Test
    void returnsFourteenUsersSortedByName() {
        IntStream.range(0, 30)
                .map(number -> 59 - number)
                .forEach(number -> played(fixture.account("p" + number, false), 1));

        assertThat(top(Viewer.ANONYMOUS))
                .hasSize(14)
                .startsWith("p30 1", "p31 1")
                .endsWith("p43 1");
    }

    @Test
    void aUserWhoBecomesProtectedDisappearsAtOnce() {
        played(fixture.ann, 1);
        ItemWatchers itemWatchers = audience();
        assertThat(itemWatchers.topWatchers(Viewer.ANONYMOUS, fixture.batman().id()))
                .hasSize(1);

        fixture.database.write(tx -> tx.update("UPDATE account SET protected = TRUE WHERE name = 'ann'"));

        assertThat(itemWatchers.topWatchers(Viewer.ANONYMOUS, fixture.batman().id()))
                .isEmpty();
    }

    @Test
    void usersWhoOnlyMarkedItAsSeenAreNotWatchers() {
        fixture.rows.addPlay(fixture.ann, fixture.theBatman(), UserDataRows.SEEN, fixture.clock.instant());

        assertThat(top(Viewer.ANONYMOUS)).isEmpty();
    }

    @Test
    void currentWatchersAreVisibleToUsersWithAccess() {
        fixture.rows.addPlayback(fixture.ann.id(), fixture.theBatman(), fixture.ago(HOUR), fixture.in(HOUR));
        fixture.rows.addPlayback(fixture.bob.id(), fixture.theBatman(), fixture.ago(MINUTE), fixture.in(HOUR));

        assertThat(now(Viewer.ANONYMOUS, fixture.batman().id())).containsExactly("ann");
        assertThat(now(Viewer.of(fixture.ann), fixture.batman().id())).containsExactly("bob", "ann");
    }

    @Test
    void expiredPlaybackDoesNotCount() {
        fixture.rows.addPlayback(fixture.ann.id(), fixture.theBatman(), fixture.ago(HOUR), fixture.clock.instant());

        assertThat(now(Viewer.ANONYMOUS, fixture.batman().id())).isEmpty();
    }

    @Test
    void watchersOfAnEpisodeAreWatchersOfTheShow() {
        fixture.rows.addPlayback(fixture.ann.id(), fixture.episode(1, 2), fixture.ago(HOUR), fixture.in(HOUR));

        assertThat(now(Viewer.ANONYMOUS, fixture.guide().show().id())).containsExactly("ann");
        assertThat(now(Viewer.ANONYMOUS, fixture.episode(1, 2).item())).containsExactly("ann");
        assertThat(now(Viewer.ANONYMOUS, fixture.episode(1, 1).item())).isEmpty();
    }

    private void played(Account account, int times) {
        for (int time = 1; time <= times; time++) {
            fixture.rows.addPlay(
                    account, fixture.theBatman(), UserDataRows.SCROBBLE, fixture.ago(Duration.ofDays(time)));
        }
    }

    private List<String> top(Viewer viewer) {
        return audience().topWatchers(viewer, fixture.batman().id()).stream()
                .map(watcher -> watcher.account().name() + " " + watcher.plays())
                .toList();
    }

    private List<String> now(Viewer viewer, MediaId item) {
        return audience().now(viewer, item).stream()
                .map(present -> present.account().name())
                .toList();
    }

    private ItemWatchers audience() {
        return new ItemWatchers(fixture.database, fixture.accounts, fixture.access, fixture.clock);
    }
}
