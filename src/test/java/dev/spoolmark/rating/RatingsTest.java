package dev.spoolmark.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountDefaults;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.FastHasher;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.auth.CommonPasswords;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.conformance.TestClock;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.social.ProfileAccess;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// One rating for each user and item, of which the last is stored, on both engines.
@ParameterizedClass
@EnumSource(Engine.class)
class RatingsTest {

    private static final MediaId MOVIE = new MovieId(7);
    private static final MediaId EPISODE = new EpisodeId(8);

    @Parameter
    Engine engine;

    private final TestClock clock = new TestClock();
    private Database database;
    private Ratings ratings;
    private ProfileAccess access;
    private Account ann;
    private Account bob;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        ratings = new Ratings(database, new ActivityStamps(), clock);
        access = new ProfileAccess(database);
        AccountDefaults defaults = new AccountDefaults(Registration.CLOSED, false, ZoneOffset.UTC);
        Accounts accounts =
                new Accounts(database, clock, defaults, FastHasher.hash(), new CommonPasswords(Optional.empty()));
        ann = account(accounts, "ann");
        bob = account(accounts, "bob");
    }

    @AfterEach
    void close() {
        database.close();
    }

    /// More parameters than one statement of either engine accepts.
    @Test
    void anyNumberOfItemsCanBeRead() {
        List<MediaId> all =
                IntStream.range(0, 40_000).<MediaId>mapToObj(MovieId::new).toList();
        ratings.rate(ann.id(), List.of(change(all.getFirst(), 3), change(all.getLast(), 4)));

        assertThat(ratings.totals(all).rated()).containsOnlyKeys(all.getFirst(), all.getLast());
        assertThat(ratings.of(access.self(ann), all)).containsOnlyKeys(all.getFirst(), all.getLast());
        assertThat(ratings.of(Collections.nCopies(40_000, access.self(ann)), all.getFirst()))
                .containsOnlyKeys(ann.id());
    }

    @Test
    void aNewScoreReplacesTheOld() {
        ratings.rate(ann.id(), List.of(change(MOVIE, 3)));
        clock.forward(Duration.ofMinutes(1));
        ratings.rate(ann.id(), List.of(change(MOVIE, 9)));

        assertThat(ratings.rated(access.self(ann), List.of(MOVIE)))
                .containsExactly(new Rating(MOVIE, new Score(9), clock.instant()));
    }

    @Test
    void theLastOfTwoRatingsInOneCallIsStored() {
        ratings.rate(ann.id(), List.of(change(MOVIE, 3), change(EPISODE, 5), new RatingChange(MOVIE, null)));

        assertThat(ratings.of(access.self(ann), List.of(MOVIE, EPISODE))).containsOnlyKeys(EPISODE);
    }

    @Test
    void totalsIncludeAllUsersAndEachChange() {
        ratings.rate(ann.id(), List.of(new RatingChange(MOVIE, Score.LOVE)));
        ratings.rate(bob.id(), List.of(change(MOVIE, 5)));

        RatingTotals both = ratings.totals(MOVIE);
        assertThat(both.votes()).isEqualTo(2);
        assertThat(both.loved()).isEqualTo(1);
        assertThat(both.percentage()).isEqualTo(75);

        ratings.rate(bob.id(), List.of(new RatingChange(MOVIE, null)));
        assertThat(ratings.totals(MOVIE).percentage()).isEqualTo(100);
    }

    @Test
    void anItemWithoutRatingsHasNoTotals() {
        assertThat(ratings.totals(List.of(MOVIE, EPISODE)).rated()).isEmpty();
        assertThat(ratings.totals(MOVIE)).isEqualTo(RatingTotals.NONE);
    }

    @Test
    void ratingsAreReturnedNewestFirstThenById() {
        ratings.rate(ann.id(), List.of(change(new MovieId(1), 1), change(new MovieId(2), 2)));
        clock.forward(Duration.ofSeconds(1));
        ratings.rate(ann.id(), List.of(change(new MovieId(3), 3)));

        assertThat(all(ann, Kind.MOVIE)).containsExactly(new MovieId(3), new MovieId(2), new MovieId(1));
    }

    @Test
    void twelveHundredRatingsAreStoredInSeveralTransactions() {
        List<RatingChange> many = IntStream.rangeClosed(1, 1_200)
                .mapToObj(n -> change(new EpisodeId(n), n % 10 + 1))
                .toList();

        ratings.rate(ann.id(), many);

        assertThat(all(ann, Kind.EPISODE)).hasSize(1_200);
    }

    @Test
    void concurrentRatingsAreAllStored() {
        IntStream.range(0, 40)
                .parallel()
                .forEach(n ->
                        ratings.rate((n % 2 == 0 ? ann : bob).id(), List.of(change(new MovieId(100 + n), n % 10 + 1))));

        assertThat(all(ann, Kind.MOVIE)).hasSize(20);
        assertThat(all(bob, Kind.MOVIE)).hasSize(20);
    }

    @Test
    void everyChangeAndRemovalChangesTheStamp() {
        ratings.rate(ann.id(), List.of(change(MOVIE, 3)));
        long first = stamp();
        ratings.rate(ann.id(), List.of(new RatingChange(MOVIE, null)));

        assertThat(stamp()).isGreaterThan(first);
    }

    @Test
    void aScoreIsOneToTen() {
        assertThatThrownBy(() -> new Score(0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new Score(11)).isInstanceOf(ProblemException.class);
        assertThat(new Score(6).isLove()).isTrue();
        assertThat(new Score(5).isLove()).isFalse();
    }

    @Test
    void filtersByScore() {
        ratings.rate(ann.id(), List.of(change(new MovieId(1), 5), change(new MovieId(2), 6)));

        assertThat(ratings.of(access.self(ann), Kind.MOVIE, Score.HATE, Score.MAX_HATE))
                .containsExactly(new MovieId(1));
        assertThat(ratings.of(access.self(ann), Kind.MOVIE, Score.MIN_LOVE, Score.LOVE))
                .containsExactly(new MovieId(2));
    }

    private List<MediaId> all(Account account, Kind kind) {
        return ratings.of(access.self(account), kind, Score.HATE, Score.LOVE);
    }

    private long stamp() {
        return database.read(tx -> tx.findFirst(
                        "SELECT changed_at FROM activity WHERE user_id = ? AND area = 'movie.rating'",
                        row -> row.getLong(1),
                        ann.id().value()))
                .orElseThrow();
    }

    private static RatingChange change(MediaId item, int score) {
        return new RatingChange(item, new Score(score));
    }

    private static Account account(Accounts accounts, String name) {
        return accounts.create(new NewAccount(name, null, Secret.sha1Of(name), false, CreationOrigin.DEMO))
                .account();
    }
}
