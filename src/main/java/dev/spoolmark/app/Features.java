package dev.spoolmark.app;

import dev.spoolmark.account.AccountAdministration;
import dev.spoolmark.account.AccountDefaults;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.Applications;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.RegistrationLimit;
import dev.spoolmark.account.auth.Argon2CostParameters;
import dev.spoolmark.account.auth.Authenticator;
import dev.spoolmark.account.auth.PasswordHasher;
import dev.spoolmark.account.auth.WebSignIn;
import dev.spoolmark.account.deletion.AccountErasure;
import dev.spoolmark.account.link.AccountLinks;
import dev.spoolmark.account.secondfactor.SecondFactors;
import dev.spoolmark.account.session.Sessions;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.LastActivities;
import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.jobs.MetadataSources;
import dev.spoolmark.artwork.UserPictures;
import dev.spoolmark.calendar.Calendar;
import dev.spoolmark.calendar.feed.CalendarFeeds;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.merge.ItemCompletion;
import dev.spoolmark.catalog.source.OnDemandLookup;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.comment.Comments;
import dev.spoolmark.db.Database;
import dev.spoolmark.episodeorder.EpisodeOrders;
import dev.spoolmark.favorite.Favorites;
import dev.spoolmark.feed.Feed;
import dev.spoolmark.hidden.Hidden;
import dev.spoolmark.history.PlayAdditions;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.history.PlayPages;
import dev.spoolmark.http.client.UpstreamClientFactory;
import dev.spoolmark.lists.ListPages;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.mail.MailQueue;
import dev.spoolmark.note.Notes;
import dev.spoolmark.oauth.OAuthProvider;
import dev.spoolmark.openid.LinkedIdentities;
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
import dev.spoolmark.search.IndexLocation;
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
import dev.spoolmark.stats.viewing.SharedReviews;
import dev.spoolmark.stats.viewing.ViewingStatistics;
import dev.spoolmark.together.WatchedTogether;
import dev.spoolmark.transfer.ExportSources;
import dev.spoolmark.transfer.UserExport;
import dev.spoolmark.transfer.run.ImportFileFolder;
import dev.spoolmark.transfer.run.Imports;
import dev.spoolmark.transfer.run.RecordWriters;
import dev.spoolmark.visibility.ProvisionalAccess;
import dev.spoolmark.watchlist.Watchlist;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;

/// All features on one database. Used by the server and the commands.
public record Features(
        Database database,
        Accounts accounts,
        Authenticator authenticator,
        SecondFactors secondFactors,
        WebSignIn webSignIn,
        Sessions sessions,
        Applications applications,
        OAuthProvider oauth,
        Optional<OpenIdSignIn> openId,
        RegistrationLimit registrationLimit,
        ProfileAccess profileAccess,
        Follows follows,
        Blocks blocks,
        Catalog catalog,
        ProvisionalAccess provisionalAccess,
        ItemCompletion catalogMerge,
        MetadataSources metadataSources,
        Ratings ratings,
        CollectionItems collectionItems,
        Watchlist watchlist,
        Favorites favorites,
        Hidden hidden,
        PlayHistory plays,
        PlayAdditions playAdditions,
        Scrobbles scrobbles,
        Playback playback,
        FollowedWatching followedWatching,
        WatchedTogether watchedTogether,
        ExpiredCheckins expiredCheckins,
        Statistics statistics,
        ItemWatchers itemWatchers,
        Trending trending,
        CatalogChanges catalogChanges,
        Related related,
        Comments comments,
        Notes notes,
        EpisodeOrders episodeOrders,
        LastActivities lastActivities,
        Progress progress,
        UpNext upNext,
        Rewatches rewatches,
        ShowSettings showSettings,
        Calendar calendar,
        CalendarFeeds calendarFeeds,
        PageFilters pageFilters,
        UserStatistics userStatistics,
        ProfileStatistics profileStatistics,
        ViewingStatistics viewingStatistics,
        Lists lists,
        Feed feed,
        Search search,
        Recommendations recommendations,
        ServerSettings serverSettings,
        AccountLinks links,
        AccountErasure accountErasure,
        MailQueue mails,
        UserPictures userPictures,
        InstantSource clock) {

    public static Features create(
            Database database,
            Configuration configuration,
            InstantSource clock,
            IndexLocation index,
            ModelLocation models) {
        PasswordHasher hasher = PasswordHasher.argon2(cost(configuration.passwords()));
        Search search = new Search(database, clock, index);
        return FeatureAssembly.create(database, configuration, clock, search, models, hasher, upstreamClients(clock));
    }

    /// With a custom password hasher and derived data in memory, for tests.
    public static Features create(
            Database database, Configuration configuration, InstantSource clock, PasswordHasher hasher) {
        return create(database, configuration, clock, hasher, upstreamClients(clock));
    }

    /// The same with custom upstream clients.
    public static Features create(
            Database database,
            Configuration configuration,
            InstantSource clock,
            PasswordHasher hasher,
            UpstreamClientFactory upstreamClients) {
        Search search = new Search(database, clock, IndexLocation.memory(), Runnable::run);
        return FeatureAssembly.create(
                database, configuration, clock, search, ModelLocation.memory(), hasher, upstreamClients);
    }

    private static UpstreamClientFactory upstreamClients(InstantSource clock) {
        return UpstreamClientFactory.of(ProductVersion.number(), clock);
    }

    public OnDemandLookup onDemandLookup() {
        return metadataSources.onDemandLookup();
    }

    /// Imports of files.
    ///
    /// @param directory for files that are being imported
    public Imports imports(Path directory) {
        RecordWriters writers = new RecordWriters(accounts.settings(), plays, lists, comments, new ActivityStamps());
        return new Imports(database, catalog, playAdditions, writers, new ImportFileFolder(directory), clock);
    }

    public UserExport userExport() {
        ExportSources sources = new ExportSources(
                accounts,
                applications,
                secondFactors,
                sessions,
                oauth,
                new LinkedIdentities(database),
                userPictures,
                profileAccess,
                follows,
                blocks,
                watchedTogether,
                catalog,
                new PlayPages(database),
                scrobbles,
                playback,
                ratings,
                collectionItems,
                watchlist,
                favorites,
                new ListPages(database),
                comments,
                notes,
                episodeOrders,
                hidden,
                pageFilters,
                new SharedReviews(database, clock),
                rewatches,
                showSettings,
                lastActivities);
        return new UserExport(database, sources, clock);
    }

    /// Only the administration of accounts, for a database that is being restored.
    static AccountAdministration administration(Database database, InstantSource clock) {
        AccountDefaults defaults = new AccountDefaults(Registration.CLOSED, true, ZoneOffset.UTC);
        return new Accounts(database, clock, defaults).administration();
    }

    private static Argon2CostParameters cost(Configuration.Passwords passwords) {
        return new Argon2CostParameters(passwords.memory(), passwords.iterations(), 1);
    }
}
