package dev.spoolmark.app;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.Applications;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.RegistrationLimit;
import dev.spoolmark.account.auth.Authenticator;
import dev.spoolmark.account.auth.CommonPasswords;
import dev.spoolmark.account.auth.PasswordHasher;
import dev.spoolmark.account.auth.WebSignIn;
import dev.spoolmark.account.deletion.AccountErasure;
import dev.spoolmark.account.link.AccountLinks;
import dev.spoolmark.account.secondfactor.SecondFactors;
import dev.spoolmark.account.session.Sessions;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.LastActivities;
import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.config.StoredSettings;
import dev.spoolmark.app.jobs.MetadataSources;
import dev.spoolmark.artwork.UserPictures;
import dev.spoolmark.calendar.Calendar;
import dev.spoolmark.calendar.feed.CalendarFeeds;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.CatalogOptions;
import dev.spoolmark.catalog.merge.ItemCompletion;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.comment.Comments;
import dev.spoolmark.db.Database;
import dev.spoolmark.episodeorder.EpisodeOrders;
import dev.spoolmark.favorite.Favorites;
import dev.spoolmark.feed.Feed;
import dev.spoolmark.hidden.Hidden;
import dev.spoolmark.history.PlayAdditions;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.history.PlayRecorder;
import dev.spoolmark.http.client.UpstreamClientFactory;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.mail.MailQueue;
import dev.spoolmark.note.Notes;
import dev.spoolmark.oauth.OAuthProvider;
import dev.spoolmark.openid.OpenIdSignIn;
import dev.spoolmark.pagefilter.PageFilters;
import dev.spoolmark.progress.Progress;
import dev.spoolmark.progress.UpNext;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.recommendation.ModelLocation;
import dev.spoolmark.recommendation.Recommendations;
import dev.spoolmark.recommendation.Related;
import dev.spoolmark.rewatch.Rewatches;
import dev.spoolmark.scrobble.ExpiredCheckins;
import dev.spoolmark.scrobble.FollowedWatching;
import dev.spoolmark.scrobble.Playback;
import dev.spoolmark.scrobble.Scrobbles;
import dev.spoolmark.search.Search;
import dev.spoolmark.serversettings.ServerSettings;
import dev.spoolmark.showsetting.ShowSettings;
import dev.spoolmark.social.Blocks;
import dev.spoolmark.social.Follows;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.stats.CatalogChanges;
import dev.spoolmark.stats.ItemWatchers;
import dev.spoolmark.stats.ProfileStatistics;
import dev.spoolmark.stats.Statistics;
import dev.spoolmark.stats.Trending;
import dev.spoolmark.stats.UserStatistics;
import dev.spoolmark.stats.viewing.ViewingStatistics;
import dev.spoolmark.together.WatchedTogether;
import dev.spoolmark.visibility.ProvisionalAccess;
import dev.spoolmark.watchlist.Watchlist;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// Creates the features and connects them.
final class FeatureAssembly {

    private FeatureAssembly() {}

    static Features create(
            Database database,
            Configuration configuration,
            InstantSource clock,
            Search search,
            ModelLocation models,
            PasswordHasher hasher,
            UpstreamClientFactory upstreamClients) {
        Configuration.Users users = configuration.users();
        ServerSettings serverSettings = new ServerSettings(database, clock, new StoredSettings(configuration.raw()));
        CommonPasswords common = new CommonPasswords(
                Optional.ofNullable(configuration.passwords().commonFile()));
        MailQueue mails = new MailQueue(database, clock, configuration.mail().isPresent());
        Accounts accounts =
                new Accounts(database, clock, () -> serverSettings.current().accountDefaults(), hasher, common, mails);
        Supplier<Registration> registration = () -> serverSettings.current().registration();
        Applications applications = new Applications(database, clock, users.keys(), registration);
        Authenticator authenticator = new Authenticator(
                accounts, clock, hasher, configuration.passwords().onV1());
        SecondFactors secondFactors = new SecondFactors(
                database, accounts, clock, configuration.passwords().secondFactorForAdministrators());
        ActivityStamps stamps = new ActivityStamps();
        Catalog catalog = new Catalog(database, clock, new CatalogOptions(configuration.provisional()));
        ItemCompletion catalogMerge = new ItemCompletion(database, clock, catalog, UserDataTables.movers(stamps));
        Watchlist watchlist = new Watchlist(database, stamps, clock);
        PlayRecorder recorder = new PlayRecorder(stamps, watchlist);
        ExpiredCheckins expiredCheckins = new ExpiredCheckins(database, recorder, clock);
        ProfileAccess access = new ProfileAccess(database);
        Follows follows = new Follows(database, clock);
        Lists lists = new Lists(database, clock, follows);
        PlayAdditions additions = new PlayAdditions(database, recorder, expiredCheckins, clock);
        return new Features(
                database,
                accounts,
                authenticator,
                secondFactors,
                new WebSignIn(database, accounts, authenticator, secondFactors, clock),
                new Sessions(database, accounts, clock),
                applications,
                OAuthProvider.over(
                        database,
                        clock,
                        accounts,
                        applications,
                        configuration.oauth().lifetimes(),
                        () -> configuration.oauth().unknownApplications().applies(registration.get())),
                configuration
                        .openId()
                        .map(settings -> new OpenIdSignIn(settings, database, accounts, upstreamClients, clock)),
                new RegistrationLimit(clock),
                access,
                follows,
                new Blocks(database, clock),
                catalog,
                new ProvisionalAccess(database, catalog),
                catalogMerge,
                new MetadataSources(database, configuration.sources(), clock, catalog, catalogMerge, upstreamClients),
                new Ratings(database, stamps, clock),
                new CollectionItems(database, stamps, clock),
                watchlist,
                new Favorites(database, stamps, clock),
                new Hidden(database, clock),
                new PlayHistory(database, recorder, expiredCheckins, clock),
                additions,
                new Scrobbles(database, recorder, expiredCheckins, clock),
                new Playback(database, recorder, expiredCheckins, stamps, clock),
                new FollowedWatching(database, follows, accounts, access, clock),
                new WatchedTogether(database, follows, additions, clock),
                expiredCheckins,
                new Statistics(database, clock),
                new ItemWatchers(database, accounts, access, clock),
                new Trending(database, clock),
                new CatalogChanges(database),
                new Related(database),
                new Comments(database, stamps, clock),
                new Notes(database, clock),
                new EpisodeOrders(database, clock),
                new LastActivities(database, clock),
                new Progress(database, catalog, expiredCheckins, clock),
                new UpNext(database, catalog, expiredCheckins, clock),
                new Rewatches(database, expiredCheckins, clock),
                new ShowSettings(database, clock),
                new Calendar(database, expiredCheckins),
                new CalendarFeeds(database, clock),
                new PageFilters(database, clock),
                new UserStatistics(database, expiredCheckins),
                new ProfileStatistics(database, clock),
                new ViewingStatistics(database, expiredCheckins, clock),
                lists,
                new Feed(database, clock, accounts, access, lists),
                search,
                new Recommendations(database, clock, models),
                serverSettings,
                AccountLinks.create(database, clock, accounts, registration),
                new AccountErasure(database, accounts.administration(), clock, UserDataTables.erasers(clock)),
                mails,
                new UserPictures(database, accounts, clock),
                clock);
    }
}
