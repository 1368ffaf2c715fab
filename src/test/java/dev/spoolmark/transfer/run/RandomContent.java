package dev.spoolmark.transfer.run;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountPatch;
import dev.spoolmark.account.Audience;
import dev.spoolmark.account.Gender;
import dev.spoolmark.account.Preferences;
import dev.spoolmark.account.Profile;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.SectionAudiences;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.activity.ItemOrder;
import dev.spoolmark.app.Features;
import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.comment.CommentText;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.episodeorder.EpisodeOrder;
import dev.spoolmark.hidden.HiddenSection;
import dev.spoolmark.history.MarkedWatched;
import dev.spoolmark.history.TimePrecision;
import dev.spoolmark.history.Watchable;
import dev.spoolmark.history.WatchedTime;
import dev.spoolmark.lists.ListPatch;
import dev.spoolmark.lists.ListSettings;
import dev.spoolmark.lists.Privacy;
import dev.spoolmark.lists.SmartRules;
import dev.spoolmark.lists.SmartSource;
import dev.spoolmark.lists.UserList;
import dev.spoolmark.note.NoteTarget;
import dev.spoolmark.note.NoteText;
import dev.spoolmark.rating.RatingChange;
import dev.spoolmark.rating.Score;
import dev.spoolmark.scrobble.PlaybackReport;
import dev.spoolmark.showsetting.NextRule;
import dev.spoolmark.stats.viewing.SharedReviews;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Random changes of a user in all features.
final class RandomContent {

    private static final int MOVIES = 6;
    private static final int SHOWS = 3;
    private static final int EPISODES = 4;
    private static final List<String> WORDS = List.of(
            "Night train", "\u00dcber den D\u00e4chern", "=1+1", "two\nlines", "\ud83d\ude80 quote \" here", "a, b; c");

    private final ArchiveServer server;
    private final Features features;
    private final Account user;
    private final Random random;
    private final List<MovieId> movies = new ArrayList<>();
    private final List<ShowId> shows = new ArrayList<>();
    private final List<List<EpisodeId>> episodes = new ArrayList<>();
    private final List<String> lists = new ArrayList<>();

    RandomContent(ArchiveServer server, Account user, int round) {
        this.server = server;
        this.features = server.features;
        this.user = user;
        this.random = new Random(round);
        catalogue(features, round, movies, shows, episodes);
    }

    /// Creates the items of a round. Some have ids, some only a title.
    static void catalogue(
            Features features, int round, List<MovieId> movies, List<ShowId> shows, List<List<EpisodeId>> episodes) {
        for (int n = 0; n < MOVIES; n++) {
            Ids ids = n % 3 == 0 ? Ids.NONE : Ids.ofImdb("tt" + (99_000_000 + round * 100 + n));
            movies.addAll(features.catalog()
                    .findOrCreateMovies(List.of(new MovieRef(ids, "Movie " + n + " of " + round, 2000 + n)))
                    .values());
        }
        for (int n = 0; n < SHOWS; n++) {
            Ids ids = n % 3 == 0 ? Ids.NONE : Ids.ofTvdb(9_930_000L + round * 100L + n);
            ShowRef show = new ShowRef(ids, "Show " + n + " of " + round, 2010 + n);
            List<EpisodeId> ofShow = new ArrayList<>();
            for (int number = 1; number <= EPISODES; number++) {
                ofShow.addAll(features.catalog()
                        .findOrCreateEpisodes(List.of(new EpisodeRef(show, number % 2, number, Ids.NONE)))
                        .values());
            }
            shows.addAll(features.catalog().findShowIds(List.of(show)).values());
            episodes.add(ofShow);
        }
    }

    void change(int changes) {
        for (int n = 0; n < changes; n++) {
            server.clock.pass(Duration.ofMillis(1 + random.nextInt(90_000_000)));
            try {
                change();
            } catch (ProblemException rejected) {
                // Such as a list whose name is taken.
            }
        }
    }

    private void change() {
        switch (random.nextInt(32)) {
            case 0, 1, 2 -> features.playAdditions().watchedAt(user.id(), watchable(), time(), null, null);
            case 3, 4 -> features.playAdditions().watchedOnceMore(user.id(), watchable(), null);
            case 5 ->
                features.plays()
                        .seen(
                                user.id(),
                                List.of(new MarkedWatched(
                                        watchable(), chance() ? past() : null, 1 + random.nextInt(3))),
                                null);
            case 6 -> features.scrobbles().scrobble(user.id(), report(10_000));
            case 7 -> features.playback().pause(user.id(), report(random.nextInt(9_000)));
            case 8 -> features.plays().unseen(user.id(), List.of(watchable()));
            case 9, 10 ->
                features.ratings()
                        .rate(user.id(), List.of(new RatingChange(item(), new Score(1 + random.nextInt(10)))));
            case 11 -> features.watchlist().addMovies(user.id(), List.of(movie()));
            case 12 -> features.watchlist().addShows(user.id(), List.of(one(shows)));
            case 13 -> features.watchlist().arrangement().move(user.id(), item(), 1 + random.nextInt(3));
            case 14 -> features.watchlist().arrangement().note(user.id(), item(), one(WORDS));
            case 15 -> features.collectionItems().addMovies(user.id(), List.of(movie()));
            case 16 -> {
                int show = random.nextInt(SHOWS);
                features.collectionItems().addEpisodes(user.id(), shows.get(show), List.of(one(episodes.get(show))));
            }
            case 17 -> lists.add(features.lists().create(user.id(), settings()).slug());
            case 18 -> renameList();
            case 19 -> features.lists().add(user.id(), one(lists), List.of(item(), item()));
            case 20 ->
                features.comments()
                        .add(user.id(), item(), CommentText.of(one(WORDS) + random.nextInt(), chance(), false));
            case 21 -> features.notes().save(user.id(), NoteTarget.of(item()), new NoteText(one(WORDS), chance()));
            case 22 -> features.hidden().hide(user.id(), one(List.of(HiddenSection.values())), one(shows));
            case 23 -> features.rewatches().start(user.id(), one(shows));
            case 24 -> {
                features.showSettings().pin(user.id(), one(shows));
                features.showSettings().setRule(user.id(), one(shows), one(List.of(NextRule.values())));
            }
            case 25 -> features.episodeOrders().choose(user.id(), one(shows), one(List.of(EpisodeOrder.values())));
            case 26 -> features.lists().note(user.id(), one(lists), Map.of(item(), one(WORDS)));
            case 27 ->
                new SharedReviews(server.database, server.clock).change(user.id(), 2000 + random.nextInt(20), true);
            case 28 -> smartList();
            case 29 ->
                features.accounts().change(features.accounts().get(user.name()), new AccountPatch(!chance(), true));
            case 30 -> {
                features.favorites().addMovies(user.id(), List.of(movie()));
                features.favorites().addShows(user.id(), List.of(one(shows)));
            }
            default -> settingsOfAccount();
        }
    }

    private void settingsOfAccount() {
        features.pageFilters().save(user.id(), "list" + random.nextInt(3), "kind=movie&sort=-year");
        Account now = features.accounts().get(user.name());
        features.accounts().settings().changePreferences(user.id(), Preferences.in(ZoneId.of("Asia/Kolkata")));
        features.accounts()
                .settings()
                .changeProfile(
                        user.id(),
                        new Profile("Ann " + random.nextInt(9), Gender.FEMALE, 41, one(WORDS), one(WORDS), null));
        features.accounts()
                .settings()
                .changeAudiences(
                        now,
                        SectionAudiences.EVERYONE.with(
                                one(List.of(ProfileSection.values())), one(List.of(Audience.values()))),
                        Actor.OPERATOR);
    }

    private void smartList() {
        UserList chosen = features.lists().get(user.id(), one(lists));
        SmartRules rules = new SmartRules(
                Set.of(Kind.MOVIE),
                Set.of(SmartSource.WATCHLIST),
                chosen.isSmart() ? null : chosen.id(),
                chance(),
                List.of(),
                null,
                ItemOrder.TITLE,
                100);
        lists.add(features.lists()
                .smart(items -> Map.of())
                .create(user.id(), settings(), rules)
                .slug());
    }

    private void renameList() {
        ListPatch patch = new ListPatch("List " + random.nextInt(4), one(WORDS), privacy(), chance(), null);
        lists.add(features.lists().change(user.id(), one(lists), patch).slug());
    }

    private ListSettings settings() {
        return new ListSettings("List " + random.nextInt(4), "", privacy(), chance(), chance());
    }

    private Privacy privacy() {
        return one(List.of(Privacy.values()));
    }

    private boolean chance() {
        return random.nextBoolean();
    }

    private <T> T one(List<T> values) {
        if (values.isEmpty()) {
            throw new ProblemException(new Problem.NotFound("value"));
        }
        return values.get(random.nextInt(values.size()));
    }

    private MovieId movie() {
        return one(movies);
    }

    private MediaId item() {
        return switch (random.nextInt(4)) {
            case 0 -> movie();
            case 1 -> one(shows);
            case 2 -> season();
            default -> one(one(episodes));
        };
    }

    private SeasonId season() {
        return features.catalog()
                .guide(one(shows))
                .season(random.nextInt(2))
                .orElseThrow()
                .id();
    }

    private Watchable watchable() {
        if (chance()) {
            return Watchable.of(movie());
        }
        int show = random.nextInt(SHOWS);
        return Watchable.of(one(episodes.get(show)), shows.get(show));
    }

    private PlaybackReport report(int progress) {
        return new PlaybackReport(watchable(), Duration.ofMinutes(40), null, progress, null);
    }

    private Instant past() {
        return server.clock.instant().minus(Duration.ofMillis(1 + (long) (random.nextDouble() * 3e11)));
    }

    private WatchedTime time() {
        TimePrecision precision = one(List.of(TimePrecision.values()));
        LocalDate day = LocalDate.of(2000 + random.nextInt(20), 1 + random.nextInt(12), 1 + random.nextInt(28));
        return switch (precision) {
            case INSTANT -> WatchedTime.of(past());
            case UNKNOWN -> WatchedTime.UNKNOWN;
            case DAY, MONTH, YEAR -> WatchedTime.of(day, precision);
        };
    }
}
