package dev.spoolmark.stats.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.account.Account;
import dev.spoolmark.account.Audience;
import dev.spoolmark.account.Preferences;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.SectionAudiences;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.Broadcast;
import dev.spoolmark.catalog.CatalogFixture;
import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Images;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.Person;
import dev.spoolmark.catalog.PersonFacts;
import dev.spoolmark.catalog.PersonId;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.catalog.ingest.SourceItem.CreditItem;
import dev.spoolmark.catalog.ingest.SourceItem.EpisodeItem;
import dev.spoolmark.catalog.ingest.SourceItem.MovieItem;
import dev.spoolmark.catalog.ingest.SourceItem.PersonItem;
import dev.spoolmark.catalog.ingest.SourceItem.ShowItem;
import dev.spoolmark.db.Engine;
import dev.spoolmark.history.PlayAdditions;
import dev.spoolmark.history.PlayRecorder;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.rating.RatingChange;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.rating.Score;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.stats.viewing.StatisticsPeriod.OfMonth;
import dev.spoolmark.stats.viewing.StatisticsPeriod.OfYear;
import dev.spoolmark.watchlist.Watchlist;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A small history, counted by hand, on both engines. In Berlin clocks were set forward at 2:00 on 31 March 2013.
@ParameterizedClass
@EnumSource(Engine.class)
class ViewingStatisticsTest {

    private static final String BERLIN = "Europe/Berlin";

    @Parameter
    Engine engine;

    UserDataFixture world;
    PlayAdditions additions;
    Ratings ratings;
    ViewingStatistics statistics;
    ShowId boats;
    MovieId dune;
    MovieId unmeasured;
    Instant now = UserDataFixture.NOW;

    @BeforeEach
    void open() {
        world = new UserDataFixture(engine);
        ActivityStamps stamps = new ActivityStamps();
        Watchlist watchlist = new Watchlist(world.database, stamps, () -> now);
        additions = new PlayAdditions(world.database, new PlayRecorder(stamps, watchlist), _ -> {}, () -> now);
        ratings = new Ratings(world.database, stamps, () -> now);
        statistics = new ViewingStatistics(world.database, _ -> {}, () -> now);
        load();
    }

    private void load() {
        ShowFacts show = new ShowFacts(
                null,
                null,
                new Broadcast("ARD", "Germany", null, null, null),
                45,
                null,
                null,
                Images.NONE,
                List.of("Drama", "Comedy"));
        MovieFacts movie = new MovieFacts(null, 137, null, null, null, null, Images.NONE, List.of("Science Fiction"));
        List<CreditItem> credits =
                List.of(credit("Kyle", "Actor"), credit("David", "Director"), credit("Kyle", "Writer"));
        new CatalogImport(world.database, () -> now, world.catalog)
                .apply(List.of(
                        new ShowItem(
                                Ids.NONE,
                                "Paper Boats",
                                2010,
                                show,
                                List.of(credit("Kyle", "Actor"), credit("Ada", "Actor")),
                                List.of(UserDataFixture.season(1, episode(1, 60), episode(2, null))),
                                null),
                        new MovieItem(Ids.NONE, "Dune", 1984, movie, credits, null),
                        new MovieItem(Ids.NONE, "No Length", null, MovieFacts.NONE, List.of(), null)));
        boats = world.catalog
                .findShow(CatalogFixture.showRef("paper-boats"))
                .orElseThrow()
                .id();
        dune = movieNamed("Dune", 1984);
        unmeasured = movieNamed("No Length", null);
    }

    private MovieId movieNamed(String title, @Nullable Integer year) {
        return world.catalog
                .findMovieIds(List.of(CatalogFixture.movieRef(title, year)))
                .values()
                .iterator()
                .next();
    }

    private static EpisodeItem episode(int number, @Nullable Integer runtime) {
        return new EpisodeItem(number, Ids.NONE, new EpisodeFacts(null, null, null, null, runtime, null));
    }

    private static CreditItem credit(String name, String job) {
        return new CreditItem(new PersonItem(Ids.NONE, name, PersonFacts.NONE), job, null);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Account account(String zone) {
        Account ann = UserDataFixture.account();
        Preferences there = new Preferences(ZoneId.of(zone), ann.preferences().ratingMode(), false, true, true);
        return new Account(
                ann.id(),
                ann.name(),
                null,
                false,
                false,
                false,
                ann.profile(),
                there,
                ann.joined(),
                null,
                1,
                ann.audiences());
    }

    private ProfileView in(String zone) {
        return new ProfileAccess(world.database).self(account(zone));
    }

    private PeriodStatistics of(String zone, StatisticsPeriod period) {
        return statistics.of(in(zone), period).statistics();
    }

    private void watch(MediaId item, @Nullable String at) {
        Watchable watched =
                item instanceof MovieId movie ? Watchable.of(movie) : Watchable.of((MediaId.EpisodeId) item, boats);
        additions.watchedAt(world.ann.owner(), watched, at == null ? null : Instant.parse(at), Duration.ofMinutes(1));
    }

    private MediaId boats(int number) {
        return world.episode(boats, 1, number);
    }

    /// Five days in Berlin: a leap day, both sides of a new year, both sides of a change of the clocks, today.
    private void watchAll() {
        watch(boats(1), "2012-02-29T20:00:00Z");
        watch(boats(2), "2012-12-31T22:59:59Z");
        watch(dune, "2012-12-31T23:00:00Z");
        watch(dune, "2013-03-31T00:59:59Z");
        watch(boats(1), "2013-03-31T01:00:00Z");
        watch(unmeasured, "2013-06-24T10:00:00Z");
        watch(boats(2), null);
    }

    private static DayCount span(String day, int plays, long minutes) {
        return new DayCount(LocalDate.parse(day), new PlayCount(plays, minutes));
    }

    private static Map<String, Integer> hours(PeriodStatistics statistics) {
        Map<String, Integer> hours = new java.util.TreeMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int hour = 0; hour < 24; hour++) {
                if (statistics.playsAt(day, hour) > 0) {
                    hours.put(day + " " + hour, statistics.playsAt(day, hour));
                }
            }
        }
        return hours;
    }

    @Test
    void withoutPlaysEverythingIsZero() {
        ViewingStatistics.Dated found = statistics.of(in(BERLIN), StatisticsPeriod.all());
        PeriodStatistics none = found.statistics();

        assertThat(found.years()).isEmpty();
        assertThat(none.plays()).isEqualTo(PlayCount.NONE);
        assertThat(none.spans()).isEmpty();
        assertThat(none.months()).hasSize(12).containsOnly(PlayCount.NONE);
        assertThat(hours(none)).isEmpty();
        assertThat(none.shows()).isEmpty();
        assertThat(none.cast()).isEmpty();
        assertThat(none.ratings()).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(none.longestRun()).isNull();
        assertThat(none.first()).isNull();
        assertThat(of(BERLIN, new OfYear(2013)).spans()).hasSize(12);
    }

    @Test
    void allPlaysAreCountedAndThoseAtAnUnknownTimeApart() {
        watchAll();

        ViewingStatistics.Dated found = statistics.of(in(BERLIN), StatisticsPeriod.all());
        PeriodStatistics all = found.statistics();

        assertThat(found.years()).containsExactly(Year.of(2012), Year.of(2013));
        assertThat(all.plays()).isEqualTo(new PlayCount(7, 60 + 45 + 137 + 137 + 60 + 45));
        assertThat(all.moviePlays()).isEqualTo(new PlayCount(3, 274));
        assertThat(all.episodePlays()).isEqualTo(new PlayCount(4, 210));
        assertThat(all.undated()).isEqualTo(1);
        assertThat(all.unmeasured()).isEqualTo(1);
        assertThat(all.showCount()).isEqualTo(1);
        assertThat(all.movieCount()).isEqualTo(2);
        assertThat(all.activeDays()).isEqualTo(5);
        assertThat(all.spans()).containsExactly(span("2012-01-01", 2, 105), span("2013-01-01", 4, 334));
        assertThat(all.months().get(2)).isEqualTo(new PlayCount(2, 197));
        assertThat(all.months().get(11)).isEqualTo(new PlayCount(1, 45));
        assertThat(all.shows()).containsExactly(new TitleCount(boats, new PlayCount(4, 210)));
        assertThat(all.movies())
                .containsExactly(
                        new TitleCount(dune, new PlayCount(2, 274)), new TitleCount(unmeasured, new PlayCount(1, 0)));
        assertThat(all.longestDay()).isEqualTo(span("2013-03-31", 2, 197));
        assertThat(all.first()).isEqualTo(new DatedPlay(boats(1), Instant.parse("2012-02-29T20:00:00Z")));
        assertThat(all.last()).isEqualTo(new DatedPlay(unmeasured, Instant.parse("2013-06-24T10:00:00Z")));
    }

    @Test
    void hoursFollowTheClocksOfTheTimeZone() {
        watchAll();

        assertThat(hours(of(BERLIN, StatisticsPeriod.all())))
                .isEqualTo(Map.of(
                        "WEDNESDAY 21",
                        1,
                        "MONDAY 23",
                        1,
                        "TUESDAY 0",
                        1,
                        "SUNDAY 1",
                        1,
                        "SUNDAY 3",
                        1,
                        "MONDAY 12",
                        1));
        assertThat(hours(of("Asia/Kathmandu", StatisticsPeriod.all())))
                .isEqualTo(Map.of("THURSDAY 1", 1, "TUESDAY 4", 2, "SUNDAY 6", 2, "MONDAY 15", 1));
    }

    /// In New York clocks were set back at 2:00 on 4 November 2012, so 1:30 occurred twice.
    @Test
    void anHourThatOccursTwiceHasThePlaysOfBoth() {
        watch(boats(1), "2012-11-04T05:30:00Z");
        watch(boats(2), "2012-11-04T06:30:00Z");

        assertThat(hours(of("America/New_York", StatisticsPeriod.all()))).isEqualTo(Map.of("SUNDAY 1", 2));
    }

    @Test
    void yearsBeginAtMidnightOfTheTimeZone() {
        watchAll();

        PeriodStatistics inBerlin = of(BERLIN, new OfYear(2012));
        assertThat(inBerlin.plays()).isEqualTo(new PlayCount(2, 105));
        assertThat(inBerlin.undated()).isZero();
        assertThat(inBerlin.spans()).hasSize(12).contains(span("2012-02-01", 1, 60), span("2012-12-01", 1, 45));
        assertThat(inBerlin.newShows()).containsExactly(new DatedPlay(boats, Instant.parse("2012-02-29T20:00:00Z")));
        assertThat(of(BERLIN, new OfYear(2013)).plays()).isEqualTo(new PlayCount(4, 334));
        assertThat(of(BERLIN, new OfYear(2013)).newShows()).isEmpty();
        assertThat(of("America/New_York", new OfYear(2012)).plays()).isEqualTo(new PlayCount(3, 242));
        assertThat(of("America/New_York", new OfYear(2013)).plays()).isEqualTo(new PlayCount(3, 197));
        assertThat(of(BERLIN, new OfYear(2011)).plays()).isEqualTo(PlayCount.NONE);
    }

    @Test
    void aMonthHasEachOfItsDays() {
        watchAll();

        PeriodStatistics february = of(BERLIN, new OfMonth(YearMonth.of(2012, 2)));
        assertThat(february.spans()).hasSize(29).endsWith(span("2012-02-29", 1, 60));
        assertThat(of("Asia/Kathmandu", new OfMonth(YearMonth.of(2012, 2))).plays())
                .isEqualTo(PlayCount.NONE);
        assertThat(of("Asia/Kathmandu", new OfMonth(YearMonth.of(2012, 3))).spans())
                .hasSize(31)
                .startsWith(span("2012-03-01", 1, 60));
        assertThat(of(BERLIN, new OfMonth(YearMonth.of(2012, 12))).plays()).isEqualTo(new PlayCount(1, 45));
    }

    @Test
    void runsAreConsecutiveDays() {
        watchAll();
        PeriodStatistics all = of(BERLIN, StatisticsPeriod.all());

        assertThat(all.longestRun()).isEqualTo(new DayRun(LocalDate.of(2012, 12, 31), LocalDate.of(2013, 1, 1)));
        assertThat(Objects.requireNonNull(all.longestRun()).length()).isEqualTo(2);
        assertThat(all.currentRun(LocalDate.of(2013, 6, 25)))
                .isEqualTo(new DayRun(LocalDate.of(2013, 6, 24), LocalDate.of(2013, 6, 24)));
        assertThat(all.currentRun(LocalDate.of(2013, 6, 26))).isNull();
        assertThat(Objects.requireNonNull(of(BERLIN, new OfYear(2012)).longestRun())
                        .length())
                .isEqualTo(1);
    }

    @Test
    void factsOfTheCatalogAreCounted() {
        watchAll();
        PeriodStatistics all = of(BERLIN, StatisticsPeriod.all());

        assertThat(all.genres())
                .containsExactly(
                        new NameCount("Comedy", 4, 1),
                        new NameCount("Drama", 4, 1),
                        new NameCount("Science Fiction", 2, 1));
        assertThat(all.countries()).containsExactly(new NameCount("Germany", 4, 1));
        assertThat(all.decades()).containsExactly(new NameCount("1980", 2, 1), new NameCount("2010", 4, 1));
        assertThat(people(all.cast())).containsExactly("Kyle 6 2", "Ada 4 1");
        assertThat(people(all.crew())).containsExactlyInAnyOrder("David 2 1", "Kyle 2 1");
        PeriodStatistics year = of(BERLIN, new OfYear(2012));
        assertThat(year.genres()).containsExactly(new NameCount("Comedy", 2, 1), new NameCount("Drama", 2, 1));
        assertThat(people(year.cast())).containsExactly("Ada 2 1", "Kyle 2 1").doesNotContain("David 2 1");
    }

    private static String nameOf(Map<PersonId, Person> people, PersonCount count) {
        return Objects.requireNonNull(people.get(count.person())).name();
    }

    private List<String> people(List<PersonCount> counts) {
        Map<PersonId, Person> people =
                world.catalog.persons(counts.stream().map(PersonCount::person).toList());
        return counts.stream()
                .sorted(java.util.Comparator.comparingInt(PersonCount::plays)
                        .reversed()
                        .thenComparing(count -> nameOf(people, count)))
                .map(count -> nameOf(people, count) + " " + count.plays() + " " + count.titles())
                .toList();
    }

    @Test
    void ratingsAreCountedByTheTimeOfTheRating() {
        now = Instant.parse("2012-12-31T23:30:00Z");
        ratings.rate(world.ann.owner(), List.of(new RatingChange(dune, new Score(9))));
        now = Instant.parse("2013-06-01T00:00:00Z");
        ratings.rate(world.ann.owner(), List.of(new RatingChange(boats, new Score(9))));

        assertThat(of(BERLIN, new OfYear(2013)).ratings()).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 2, 0);
        assertThat(of("America/New_York", new OfYear(2013)).ratings().get(8)).isEqualTo(1);
    }

    @Test
    void aChangeOfThePlaysIsSeenAtOnce() {
        watch(dune, "2013-06-01T12:00:00Z");
        assertThat(of(BERLIN, StatisticsPeriod.all()).plays().plays()).isEqualTo(1);
        assertThat(of(BERLIN, StatisticsPeriod.all())).isSameAs(of(BERLIN, StatisticsPeriod.all()));

        watch(dune, "2013-06-02T12:00:00Z");
        PeriodStatistics two = of(BERLIN, StatisticsPeriod.all());
        assertThat(two.plays().plays()).isEqualTo(2);
        long play = additions.of(world.ann, dune, 10).getFirst().id();
        additions.delete(world.ann.owner(), play);

        assertThat(of(BERLIN, StatisticsPeriod.all()).plays().plays()).isEqualTo(1);
        assertThat(of(BERLIN, StatisticsPeriod.all()).tag()).isNotEqualTo(two.tag());
    }

    /// The catalog learns the running time of a movie whose plays were counted.
    @Test
    void oldCountsAreCountedAgain() {
        watch(unmeasured, "2013-06-24T10:00:00Z");
        assertThat(of(BERLIN, StatisticsPeriod.all()).plays()).isEqualTo(new PlayCount(1, 0));
        world.database.write(tx -> tx.update("UPDATE movie SET runtime = 100 WHERE movie_id = ?", unmeasured.value()));

        now = now.plus(Duration.ofHours(2));
        statistics = new ViewingStatistics(world.database, _ -> {}, () -> now);
        assertThat(of(BERLIN, StatisticsPeriod.all()).plays()).isEqualTo(new PlayCount(1, 0));
        assertThat(of(BERLIN, new OfMonth(YearMonth.of(2013, 6))).plays()).isEqualTo(new PlayCount(1, 100));
    }

    @Test
    void countsOfYearsAreCountedAgainInTheBackgroundAfterADay() {
        watch(unmeasured, "2013-06-24T10:00:00Z");
        assertThat(of(BERLIN, StatisticsPeriod.all()).plays()).isEqualTo(new PlayCount(1, 0));
        world.database.write(tx -> tx.update("UPDATE movie SET runtime = 100 WHERE movie_id = ?", unmeasured.value()));

        now = now.plus(Duration.ofDays(2));
        assertThat(of(BERLIN, StatisticsPeriod.all()).plays()).isEqualTo(new PlayCount(1, 0));
        statistics.recount();
        assertThat(of(BERLIN, StatisticsPeriod.all()).plays()).isEqualTo(new PlayCount(1, 100));
    }

    @Test
    void playsOfOtherUsersAreNotCounted() {
        additions.watchedAt(new dev.spoolmark.account.UserId(8), Watchable.of(dune), now.minusSeconds(60), null);

        assertThat(of(BERLIN, StatisticsPeriod.all()).plays()).isEqualTo(PlayCount.NONE);
        assertThat(of(BERLIN, new OfYear(2013)).cast()).isEmpty();
    }

    @Test
    void theHistorySectionIsRequired() {
        Map<ProfileSection, Audience> audiences = new EnumMap<>(ProfileSection.class);
        audiences.put(ProfileSection.HISTORY, Audience.SELF);
        Account ann = UserDataFixture.account();
        Account hidden = new Account(
                ann.id(),
                "ann",
                null,
                false,
                false,
                false,
                ann.profile(),
                ann.preferences(),
                ann.joined(),
                null,
                1,
                new SectionAudiences(audiences));
        ProfileView profile = new ProfileAccess(world.database)
                .viewOf(Viewer.ANONYMOUS, hidden)
                .orElseThrow();

        assertThatThrownBy(() -> statistics.of(profile, StatisticsPeriod.all()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aReviewIsSharedUntilItsUserChangesThat() {
        SharedReviews reviews = new SharedReviews(world.database, () -> now);
        reviews.change(world.ann.owner(), 2012, true);
        reviews.change(world.ann.owner(), 2012, true);

        assertThat(reviews.isShared(world.ann, 2012)).isTrue();
        assertThat(reviews.isShared(world.ann, 2013)).isFalse();
        assertThat(reviews.all(world.ann)).isEqualTo(Map.of(2012, now));
        reviews.change(world.ann.owner(), 2012, false);
        assertThat(reviews.isShared(world.ann, 2012)).isFalse();
    }
}
