package dev.spoolmark.app;

import dev.spoolmark.account.AccountRules;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.Applications;
import dev.spoolmark.account.Argon2Cost;
import dev.spoolmark.account.CommonPasswords;
import dev.spoolmark.account.PasswordHash;
import dev.spoolmark.account.RegistrationLimit;
import dev.spoolmark.account.SignIn;
import dev.spoolmark.activity.LastActivities;
import dev.spoolmark.activity.Timeline;
import dev.spoolmark.api.v1.V1Features;
import dev.spoolmark.calendar.Calendar;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogRules;
import dev.spoolmark.catalog.Completion;
import dev.spoolmark.catalog.Enquiries;
import dev.spoolmark.catalog.Moves;
import dev.spoolmark.collection.Collected;
import dev.spoolmark.collection.CollectedMoves;
import dev.spoolmark.comment.CommentMoves;
import dev.spoolmark.comment.Comments;
import dev.spoolmark.disclosure.Disclosure;
import dev.spoolmark.feed.Feed;
import dev.spoolmark.hidden.Hidden;
import dev.spoolmark.hidden.HiddenMoves;
import dev.spoolmark.history.PlayMoves;
import dev.spoolmark.history.PlayRecorder;
import dev.spoolmark.history.Plays;
import dev.spoolmark.lists.ListMoves;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.outgoing.Outgoing;
import dev.spoolmark.progress.Progress;
import dev.spoolmark.rating.RatingMoves;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.recommendation.ModelPlace;
import dev.spoolmark.recommendation.Recommendations;
import dev.spoolmark.recommendation.Related;
import dev.spoolmark.scrobble.DueCheckins;
import dev.spoolmark.scrobble.Scrobbles;
import dev.spoolmark.scrobble.WatchingMoves;
import dev.spoolmark.search.IndexPlace;
import dev.spoolmark.search.Search;
import dev.spoolmark.social.Follows;
import dev.spoolmark.social.Gate;
import dev.spoolmark.stats.Audience;
import dev.spoolmark.stats.Changes;
import dev.spoolmark.stats.PersonStats;
import dev.spoolmark.stats.Statistics;
import dev.spoolmark.stats.Trending;
import dev.spoolmark.store.Database;
import dev.spoolmark.watchlist.Watchlist;
import dev.spoolmark.watchlist.WatchlistMoves;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Every feature of the house over one store, put together by hand. The server and the commands use the same.
public record Features(
        Database database,
        Accounts accounts,
        SignIn signIn,
        Applications applications,
        RegistrationLimit registrations,
        Gate gate,
        Follows follows,
        Catalog catalog,
        Disclosure disclosure,
        Completion completion,
        Asking asking,
        Ratings ratings,
        Collected collected,
        Watchlist watchlist,
        Hidden hidden,
        Plays plays,
        Scrobbles scrobbles,
        DueCheckins due,
        Statistics statistics,
        Audience audience,
        Trending trending,
        Changes changes,
        Related related,
        Comments comments,
        LastActivities lastActivities,
        Progress progress,
        Calendar calendar,
        PersonStats personStats,
        Lists lists,
        Feed feed,
        Search search,
        Recommendations recommendations,
        InstantSource clock)
        implements V1Features {

    public static Features over(
            Database database, Configuration configuration, InstantSource clock, IndexPlace index, ModelPlace models) {
        PasswordHash hash = PasswordHash.argon2(cost(configuration.passwords()));
        Search search = new Search(database, clock, index);
        return over(database, configuration, clock, search, models, hash, outgoing(clock));
    }

    /// With a way of hashing of the caller's own, and what is derived in memory: tests have no time for real ones.
    public static Features over(
            Database database, Configuration configuration, InstantSource clock, PasswordHash hash) {
        return over(database, configuration, clock, hash, outgoing(clock));
    }

    /// The same with a patience of the caller's own.
    public static Features over(
            Database database, Configuration configuration, InstantSource clock, PasswordHash hash, Outgoing outgoing) {
        Search search = new Search(database, clock, IndexPlace.memory(), Runnable::run);
        return over(database, configuration, clock, search, ModelPlace.memory(), hash, outgoing);
    }

    private static Outgoing outgoing(InstantSource clock) {
        return Outgoing.of(Release.number(), clock);
    }

    private static Features over(
            Database database,
            Configuration configuration,
            InstantSource clock,
            Search search,
            ModelPlace models,
            PasswordHash hash,
            Outgoing outgoing) {
        Configuration.People people = configuration.people();
        AccountRules rules = new AccountRules(people.registration(), people.protectedByDefault(), people.timeZone());
        CommonPasswords common = new CommonPasswords(
                Optional.ofNullable(configuration.passwords().common()));
        Accounts accounts = new Accounts(database, clock, rules, hash, common);
        Timeline timeline = new Timeline();
        Catalog catalog = new Catalog(database, clock, new CatalogRules(configuration.provisional()));
        Completion completion = new Completion(database, clock, catalog, moves(timeline));
        Watchlist watchlist = new Watchlist(database, timeline, clock);
        PlayRecorder recorder = new PlayRecorder(timeline, watchlist);
        DueCheckins due = new DueCheckins(database, recorder, clock);
        Gate gate = new Gate(database);
        Follows follows = new Follows(database, clock);
        Lists lists = new Lists(database, clock, follows);
        return new Features(
                database,
                accounts,
                new SignIn(accounts, clock, hash),
                new Applications(database, clock, people.keys(), people.registration()),
                new RegistrationLimit(clock),
                gate,
                follows,
                catalog,
                new Disclosure(database, catalog),
                completion,
                new Asking(database, configuration.asking(), clock, catalog, completion, outgoing),
                new Ratings(database, timeline, clock),
                new Collected(database, timeline, clock),
                watchlist,
                new Hidden(database, clock),
                new Plays(database, recorder, due, clock),
                new Scrobbles(database, recorder, due, clock),
                due,
                new Statistics(database, clock),
                new Audience(database, accounts, gate, clock),
                new Trending(database, clock),
                new Changes(database),
                new Related(database),
                new Comments(database, timeline, clock),
                new LastActivities(database, clock),
                new Progress(database, catalog, due, clock),
                new Calendar(database, due),
                new PersonStats(database, due),
                lists,
                new Feed(database, clock, accounts, gate, lists),
                search,
                new Recommendations(database, clock, models),
                clock);
    }

    @Override
    public Enquiries enquiries() {
        return asking.enquiries();
    }

    /// Everybody who keeps something of people under items of the catalogue.
    static List<Moves> moves(Timeline timeline) {
        return List.of(
                new RatingMoves(timeline),
                new CollectedMoves(timeline),
                new WatchlistMoves(timeline),
                new ListMoves(),
                new HiddenMoves(),
                new CommentMoves(timeline),
                new PlayMoves(timeline),
                new WatchingMoves());
    }

    private static Argon2Cost cost(Configuration.Passwords passwords) {
        return new Argon2Cost(passwords.memory(), passwords.iterations(), 1);
    }
}
