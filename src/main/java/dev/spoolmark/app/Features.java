package dev.spoolmark.app;

import dev.spoolmark.account.AccountDefaults;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.Applications;
import dev.spoolmark.account.RegistrationLimit;
import dev.spoolmark.account.auth.Argon2CostParameters;
import dev.spoolmark.account.auth.Authenticator;
import dev.spoolmark.account.auth.CommonPasswords;
import dev.spoolmark.account.auth.PasswordHasher;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.LastActivities;
import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.jobs.MetadataSources;
import dev.spoolmark.calendar.Calendar;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogOptions;
import dev.spoolmark.catalog.merge.CatalogMerge;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.catalog.source.OnDemandLookup;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.comment.CommentMover;
import dev.spoolmark.comment.Comments;
import dev.spoolmark.db.Database;
import dev.spoolmark.feed.Feed;
import dev.spoolmark.hidden.Hidden;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.history.PlayMover;
import dev.spoolmark.history.PlayRecorder;
import dev.spoolmark.http.client.UpstreamClients;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.progress.Progress;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.recommendation.ModelLocation;
import dev.spoolmark.recommendation.Recommendations;
import dev.spoolmark.recommendation.Related;
import dev.spoolmark.scrobble.ExpiredCheckins;
import dev.spoolmark.scrobble.NowWatchingMover;
import dev.spoolmark.scrobble.Playback;
import dev.spoolmark.scrobble.Scrobbles;
import dev.spoolmark.search.IndexLocation;
import dev.spoolmark.search.Search;
import dev.spoolmark.social.Follows;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.stats.CatalogChanges;
import dev.spoolmark.stats.ItemWatchers;
import dev.spoolmark.stats.Statistics;
import dev.spoolmark.stats.Trending;
import dev.spoolmark.stats.UserStatistics;
import dev.spoolmark.visibility.ProvisionalAccess;
import dev.spoolmark.watchlist.Watchlist;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// All features on one database, wired by hand. Used by the server and the commands.
public record Features(
        Database database,
        Accounts accounts,
        Authenticator signIn,
        Applications applications,
        RegistrationLimit registrations,
        ProfileAccess gate,
        Follows follows,
        Catalog catalog,
        ProvisionalAccess disclosure,
        CatalogMerge completion,
        MetadataSources asking,
        Ratings ratings,
        CollectionItems collected,
        Watchlist watchlist,
        Hidden hidden,
        PlayHistory plays,
        Scrobbles scrobbles,
        ExpiredCheckins due,
        Statistics statistics,
        ItemWatchers audience,
        Trending trending,
        CatalogChanges changes,
        Related related,
        Comments comments,
        LastActivities lastActivities,
        Progress progress,
        Calendar calendar,
        UserStatistics personStats,
        Lists lists,
        Feed feed,
        Search search,
        Recommendations recommendations,
        InstantSource clock) {

    public static Features over(
            Database database,
            Configuration configuration,
            InstantSource clock,
            IndexLocation index,
            ModelLocation models) {
        PasswordHasher hash = PasswordHasher.argon2(cost(configuration.passwords()));
        Search search = new Search(database, clock, index);
        return over(database, configuration, clock, search, models, hash, outgoing(clock));
    }

    /// With a custom password hasher and derived data in memory, for tests.
    public static Features over(
            Database database, Configuration configuration, InstantSource clock, PasswordHasher hash) {
        return over(database, configuration, clock, hash, outgoing(clock));
    }

    /// The same with a custom waiting time.
    public static Features over(
            Database database,
            Configuration configuration,
            InstantSource clock,
            PasswordHasher hash,
            UpstreamClients outgoing) {
        Search search = new Search(database, clock, IndexLocation.memory(), Runnable::run);
        return over(database, configuration, clock, search, ModelLocation.memory(), hash, outgoing);
    }

    private static UpstreamClients outgoing(InstantSource clock) {
        return UpstreamClients.of(ProductVersion.number(), clock);
    }

    private static Features over(
            Database database,
            Configuration configuration,
            InstantSource clock,
            Search search,
            ModelLocation models,
            PasswordHasher hash,
            UpstreamClients outgoing) {
        Configuration.People people = configuration.people();
        AccountDefaults rules =
                new AccountDefaults(people.registration(), people.protectedByDefault(), people.timeZone());
        CommonPasswords common = new CommonPasswords(
                Optional.ofNullable(configuration.passwords().common()));
        Accounts accounts = new Accounts(database, clock, rules, hash, common);
        ActivityStamps stamps = new ActivityStamps();
        Catalog catalog = new Catalog(database, clock, new CatalogOptions(configuration.provisional()));
        CatalogMerge completion = new CatalogMerge(database, clock, catalog, moves(stamps));
        Watchlist watchlist = new Watchlist(database, stamps, clock);
        PlayRecorder recorder = new PlayRecorder(stamps, watchlist);
        ExpiredCheckins due = new ExpiredCheckins(database, recorder, clock);
        ProfileAccess access = new ProfileAccess(database);
        Follows follows = new Follows(database, clock);
        Lists lists = new Lists(database, clock, follows);
        return new Features(
                database,
                accounts,
                new Authenticator(accounts, clock, hash),
                new Applications(database, clock, people.keys(), people.registration()),
                new RegistrationLimit(clock),
                access,
                follows,
                catalog,
                new ProvisionalAccess(database, catalog),
                completion,
                new MetadataSources(database, configuration.asking(), clock, catalog, completion, outgoing),
                new Ratings(database, stamps, clock),
                new CollectionItems(database, stamps, clock),
                watchlist,
                new Hidden(database, clock),
                new PlayHistory(database, recorder, due, clock),
                new Scrobbles(database, recorder, due, clock),
                due,
                new Statistics(database, clock),
                new ItemWatchers(database, accounts, access, clock),
                new Trending(database, clock),
                new CatalogChanges(database),
                new Related(database),
                new Comments(database, stamps, clock),
                new LastActivities(database, clock),
                new Progress(database, catalog, due, clock),
                new Calendar(database, due),
                new UserStatistics(database, due),
                lists,
                new Feed(database, clock, accounts, access, lists),
                search,
                new Recommendations(database, clock, models),
                clock);
    }

    public OnDemandLookup enquiries() {
        return asking.enquiries();
    }

    /// All tables with data of users about items, for merges.
    static List<UserDataMover> moves(ActivityStamps stamps) {
        return List.of(
                Ratings.mover(stamps),
                CollectionItems.mover(stamps),
                Watchlist.mover(stamps),
                Lists.mover(stamps),
                Hidden.mover(stamps),
                new CommentMover(stamps),
                new PlayMover(stamps),
                new NowWatchingMover(),
                Playback.mover(stamps));
    }

    private static Argon2CostParameters cost(Configuration.Passwords passwords) {
        return new Argon2CostParameters(passwords.memory(), passwords.iterations(), 1);
    }
}
