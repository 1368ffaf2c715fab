package dev.spoolmark.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountRules;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.CheapHash;
import dev.spoolmark.account.CommonPasswords;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Origin;
import dev.spoolmark.account.Registration;
import dev.spoolmark.activity.Timeline;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.conformance.TestClock;
import dev.spoolmark.kernel.Refusal;
import dev.spoolmark.kernel.Secret;
import dev.spoolmark.social.Gate;
import dev.spoolmark.store.Database;
import dev.spoolmark.store.Engine;
import dev.spoolmark.store.TestDatabases;
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

/// One score for each person and thing, the last one counts: on both engines.
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
    private Gate gate;
    private Account ann;
    private Account bob;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        ratings = new Ratings(database, new Timeline(), clock);
        gate = new Gate(database);
        AccountRules rules = new AccountRules(Registration.CLOSED, false, ZoneOffset.UTC);
        Accounts accounts =
                new Accounts(database, clock, rules, CheapHash.hash(), new CommonPasswords(Optional.empty()));
        ann = person(accounts, "ann");
        bob = person(accounts, "bob");
    }

    @AfterEach
    void close() {
        database.close();
    }

    /// More than one statement of either engine takes.
    @Test
    void anyNumberOfThingsMayBeAskedFor() {
        List<MediaId> all =
                IntStream.range(0, 40_000).<MediaId>mapToObj(MovieId::new).toList();
        ratings.rate(ann.id(), List.of(opinion(all.getFirst(), 3), opinion(all.getLast(), 4)));

        assertThat(ratings.totals(all)).containsOnlyKeys(all.getFirst(), all.getLast());
        assertThat(ratings.of(gate.own(ann), all)).containsOnlyKeys(all.getFirst(), all.getLast());
        assertThat(ratings.of(Collections.nCopies(40_000, gate.own(ann)), all.getFirst()))
                .containsOnlyKeys(ann.id());
    }

    @Test
    void aNewScoreReplacesTheOld() {
        ratings.rate(ann.id(), List.of(opinion(MOVIE, 3)));
        clock.forward(Duration.ofMinutes(1));
        ratings.rate(ann.id(), List.of(opinion(MOVIE, 9)));

        assertThat(ratings.rated(gate.own(ann), List.of(MOVIE)))
                .containsExactly(new Rated(MOVIE, new Score(9), clock.instant()));
    }

    @Test
    void theLastOfTwoOpinionsInOneCallCounts() {
        ratings.rate(ann.id(), List.of(opinion(MOVIE, 3), opinion(EPISODE, 5), new Opinion(MOVIE, null)));

        assertThat(ratings.of(gate.own(ann), List.of(MOVIE, EPISODE))).containsOnlyKeys(EPISODE);
    }

    @Test
    void totalsCountEverybodyAndFollowEachChange() {
        ratings.rate(ann.id(), List.of(new Opinion(MOVIE, Score.LOVE)));
        ratings.rate(bob.id(), List.of(opinion(MOVIE, 5)));

        RatingTotals both = ratings.totals(MOVIE);
        assertThat(both.votes()).isEqualTo(2);
        assertThat(both.loved()).isEqualTo(1);
        assertThat(both.percentage()).isEqualTo(75);

        ratings.rate(bob.id(), List.of(new Opinion(MOVIE, null)));
        assertThat(ratings.totals(MOVIE).percentage()).isEqualTo(100);
    }

    @Test
    void whatNobodyRatedHasNoTotals() {
        assertThat(ratings.totals(List.of(MOVIE, EPISODE))).isEmpty();
        assertThat(ratings.totals(MOVIE)).isEqualTo(RatingTotals.NONE);
    }

    @Test
    void newestFirstThenByNumber() {
        ratings.rate(ann.id(), List.of(opinion(new MovieId(1), 1), opinion(new MovieId(2), 2)));
        clock.forward(Duration.ofSeconds(1));
        ratings.rate(ann.id(), List.of(opinion(new MovieId(3), 3)));

        assertThat(all(ann, Kind.MOVIE)).containsExactly(new MovieId(3), new MovieId(2), new MovieId(1));
    }

    @Test
    void twelveHundredItemsTakeSeveralTransactionsAndAreAllKept() {
        List<Opinion> many = IntStream.rangeClosed(1, 1_200)
                .mapToObj(n -> opinion(new EpisodeId(n), n % 10 + 1))
                .toList();

        ratings.rate(ann.id(), many);

        assertThat(all(ann, Kind.EPISODE)).hasSize(1_200);
    }

    @Test
    void manyAtOnceLoseNothing() {
        IntStream.range(0, 40)
                .parallel()
                .forEach(n -> ratings.rate(
                        (n % 2 == 0 ? ann : bob).id(), List.of(opinion(new MovieId(100 + n), n % 10 + 1))));

        assertThat(all(ann, Kind.MOVIE)).hasSize(20);
        assertThat(all(bob, Kind.MOVIE)).hasSize(20);
    }

    @Test
    void everyChangeMovesTheStampAlsoTakingBack() {
        ratings.rate(ann.id(), List.of(opinion(MOVIE, 3)));
        long first = stamp();
        ratings.rate(ann.id(), List.of(new Opinion(MOVIE, null)));

        assertThat(stamp()).isGreaterThan(first);
    }

    @Test
    void aScoreIsOneToTen() {
        assertThatThrownBy(() -> new Score(0)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Score(11)).isInstanceOf(Refusal.class);
        assertThat(new Score(6).isLove()).isTrue();
        assertThat(new Score(5).isLove()).isFalse();
    }

    @Test
    void onlyTheScoresThatAreWantedAreFound() {
        ratings.rate(ann.id(), List.of(opinion(new MovieId(1), 5), opinion(new MovieId(2), 6)));

        assertThat(ratings.of(gate.own(ann), Kind.MOVIE, Score.HATE, Score.MOST_HATE))
                .containsExactly(new MovieId(1));
        assertThat(ratings.of(gate.own(ann), Kind.MOVIE, Score.LEAST_LOVE, Score.LOVE))
                .containsExactly(new MovieId(2));
    }

    private List<MediaId> all(Account person, Kind kind) {
        return ratings.of(gate.own(person), kind, Score.HATE, Score.LOVE);
    }

    private long stamp() {
        return database.read(tx -> tx.first(
                        "SELECT changed_at FROM activity WHERE user_id = ? AND area = 'movie.rating'",
                        row -> row.number(1),
                        ann.id().value()))
                .orElseThrow();
    }

    private static Opinion opinion(MediaId item, int score) {
        return new Opinion(item, new Score(score));
    }

    private static Account person(Accounts accounts, String name) {
        return accounts.create(new NewAccount(name, null, Secret.sha1Of(name), false, Origin.DEMO))
                .account();
    }
}
