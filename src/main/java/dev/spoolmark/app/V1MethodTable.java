package dev.spoolmark.app;

import dev.spoolmark.api.resolve.ItemResolver;
import dev.spoolmark.api.v1.V1Activity;
import dev.spoolmark.api.v1.V1ActivityTargets;
import dev.spoolmark.api.v1.V1Calendar;
import dev.spoolmark.api.v1.V1CollectionWrites;
import dev.spoolmark.api.v1.V1ItemPage;
import dev.spoolmark.api.v1.V1ItemResolver;
import dev.spoolmark.api.v1.V1ListMatcher;
import dev.spoolmark.api.v1.V1Playback;
import dev.spoolmark.api.v1.V1Plays;
import dev.spoolmark.api.v1.V1SearchResults;
import dev.spoolmark.api.v1.V1ShowSummary;
import dev.spoolmark.api.v1.V1TitleRenderer;
import dev.spoolmark.api.v1.V1UserItemState;
import dev.spoolmark.api.v1.V1UserLookup;
import dev.spoolmark.api.v1.V1VisibleUsers;
import dev.spoolmark.api.v1.V1Watchers;
import dev.spoolmark.api.v1.media.AccountMethods;
import dev.spoolmark.api.v1.media.CalendarMethods;
import dev.spoolmark.api.v1.media.GenresMethods;
import dev.spoolmark.api.v1.media.MovieCommentsMethods;
import dev.spoolmark.api.v1.media.MovieLibraryMethods;
import dev.spoolmark.api.v1.media.MovieMethods;
import dev.spoolmark.api.v1.media.MoviePlaybackMethods;
import dev.spoolmark.api.v1.media.MovieSeenMethods;
import dev.spoolmark.api.v1.media.MovieWatchlistMethods;
import dev.spoolmark.api.v1.media.MoviesMethods;
import dev.spoolmark.api.v1.media.RecommendationsMethods;
import dev.spoolmark.api.v1.media.SearchMethods;
import dev.spoolmark.api.v1.media.ServerMethods;
import dev.spoolmark.api.v1.media.ShowCommentsMethods;
import dev.spoolmark.api.v1.media.ShowEpisodeMethods;
import dev.spoolmark.api.v1.media.ShowLibraryMethods;
import dev.spoolmark.api.v1.media.ShowMethods;
import dev.spoolmark.api.v1.media.ShowPlaybackMethods;
import dev.spoolmark.api.v1.media.ShowSeenMethods;
import dev.spoolmark.api.v1.media.ShowWatchlistMethods;
import dev.spoolmark.api.v1.media.ShowsMethods;
import dev.spoolmark.api.v1.model.V1Comments;
import dev.spoolmark.api.v1.model.V1ItemStats;
import dev.spoolmark.api.v1.model.V1Seasons;
import dev.spoolmark.api.v1.user.ActivityMethods;
import dev.spoolmark.api.v1.user.ActivityUserMethods;
import dev.spoolmark.api.v1.user.CommentMethods;
import dev.spoolmark.api.v1.user.FriendsMethods;
import dev.spoolmark.api.v1.user.ListsMethods;
import dev.spoolmark.api.v1.user.NetworkMethods;
import dev.spoolmark.api.v1.user.RateMethods;
import dev.spoolmark.api.v1.user.UserCalendarMethods;
import dev.spoolmark.api.v1.user.UserFriendsMethods;
import dev.spoolmark.api.v1.user.UserLibraryMethods;
import dev.spoolmark.api.v1.user.UserListMethods;
import dev.spoolmark.api.v1.user.UserMethods;
import dev.spoolmark.api.v1.user.UserNetworkMethods;
import dev.spoolmark.api.v1.user.UserProfileMethods;
import dev.spoolmark.api.v1.user.UserProgressMethods;
import dev.spoolmark.api.v1.user.UserRatingsMethods;
import dev.spoolmark.api.v1.user.UserWatchedMethods;
import dev.spoolmark.api.v1.user.UserWatchingMethods;
import dev.spoolmark.api.v1.user.UserWatchlistMethods;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.userstate.UserItemStates;

/// The method table of v1: every section with the features that it needs, in the order of the specification.
final class V1MethodTable {

    private V1MethodTable() {}

    static ApiMethodTable build(Features features) {
        ItemResolver resolver = new ItemResolver(features.catalog(), features.provisionalAccess());
        V1ItemResolver items = new V1ItemResolver(features.catalog(), resolver);
        V1UserLookup users = new V1UserLookup(features.accounts(), features.profileAccess());
        V1VisibleUsers visibleUsers = new V1VisibleUsers(features.accounts(), features.profileAccess());
        V1Comments comments = new V1Comments(features.comments(), visibleUsers, features.ratings());
        UserItemStates states = new UserItemStates(
                features.catalog(),
                features.ratings(),
                features.plays(),
                features.collectionItems(),
                features.watchlist());
        V1UserItemState userItemState = new V1UserItemState(features.profileAccess(), states);
        V1TitleRenderer titles = new V1TitleRenderer(
                features.provisionalAccess(), features.onDemandLookup(), features.ratings(), userItemState);
        V1ActivityTargets targets = new V1ActivityTargets(features.catalog(), features.provisionalAccess());
        V1Seasons seasons =
                new V1Seasons(features.catalog(), features.provisionalAccess(), features.ratings(), userItemState);
        V1SearchResults searchResults = new V1SearchResults(features.catalog(), features.ratings(), titles, seasons);
        V1ItemStats itemStats = new V1ItemStats(features.statistics(), features.ratings());
        V1Watchers watchers = new V1Watchers(features.itemWatchers(), features.catalog(), features.ratings());
        V1ShowSummary showSummary = new V1ShowSummary(features.catalog(), features.statistics(), itemStats, watchers);
        V1CollectionWrites collection = new V1CollectionWrites(items);
        V1Playback playback = new V1Playback(features.scrobbles(), items);
        V1ItemPage itemPage = new V1ItemPage(features.catalog(), features.ratings());
        V1Activity activity = new V1Activity(itemPage, userItemState, features.clock());
        V1Calendar calendar = new V1Calendar(features.catalog(), features.ratings(), userItemState);
        V1Plays plays = new V1Plays(features.catalog(), features.ratings(), userItemState);
        UserWatchingMethods watching = new UserWatchingMethods(users, features.scrobbles(), features.catalog());
        ApiMethodTable v1 = new ApiMethodTable();
        new AccountMethods(
                        features.accounts(),
                        () -> features.serverSettings().current().registration(),
                        features.registrationLimit(),
                        features.clock())
                .declare(v1);
        new ActivityMethods(features.feed(), features.profileAccess(), features.follows(), targets, activity)
                .declare(v1);
        new ActivityUserMethods(users, features.feed(), targets, activity).declare(v1);
        new CommentMethods(features.comments(), items).declare(v1);
        new FriendsMethods(features.accounts(), features.profileAccess(), features.follows(), visibleUsers).declare(v1);
        new CalendarMethods(features.calendar(), calendar, features.clock()).declare(v1);
        new GenresMethods(features.catalog()).declare(v1);
        new ListsMethods(features.lists(), new V1ListMatcher(resolver)).declare(v1);
        new MovieMethods(features.catalog(), features.profileAccess(), features.related(), titles, itemStats, watchers)
                .declare(v1);
        new MovieCommentsMethods(titles, comments).declare(v1);
        new MoviePlaybackMethods(playback, items, features.catalog()).declare(v1);
        new MovieSeenMethods(features.plays(), items, features.clock()).declare(v1);
        new MovieLibraryMethods(features.collectionItems(), collection).declare(v1);
        new MovieWatchlistMethods(features.watchlist(), collection).declare(v1);
        new MoviesMethods(features.catalog(), titles, features.trending(), features.catalogChanges(), features.clock())
                .declare(v1);
        new NetworkMethods(features.accounts(), features.follows(), visibleUsers).declare(v1);
        new RateMethods(features.ratings(), items).declare(v1);
        new RecommendationsMethods(
                        features.recommendations(),
                        features.hidden(),
                        features.profileAccess(),
                        features.catalog(),
                        searchResults,
                        items)
                .declare(v1);
        new SearchMethods(
                        features.search(),
                        searchResults,
                        features.onDemandLookup(),
                        features.accounts(),
                        features.profileAccess())
                .declare(v1);
        new ServerMethods(features.clock()).declare(v1);
        new ShowMethods(
                        features.catalog(),
                        features.profileAccess(),
                        features.related(),
                        titles,
                        seasons,
                        itemStats,
                        watchers,
                        showSummary)
                .declare(v1);
        new ShowCommentsMethods(features.catalog(), titles, comments).declare(v1);
        new ShowPlaybackMethods(playback, items, features.catalog()).declare(v1);
        new ShowSeenMethods(features.plays(), items, features.catalog(), features.clock()).declare(v1);
        new ShowLibraryMethods(features.collectionItems(), features.catalog(), collection, features.clock())
                .declare(v1);
        new ShowWatchlistMethods(features.watchlist(), collection).declare(v1);
        new ShowEpisodeMethods(features.catalog(), features.ratings(), userItemState, titles, itemStats, watchers)
                .declare(v1);
        new ShowsMethods(features.catalog(), titles, features.trending(), features.catalogChanges(), features.clock())
                .declare(v1);
        new UserLibraryMethods(
                        users, features.plays(), features.collectionItems(), features.ratings(), features.catalog())
                .declare(v1);
        watching.declare(v1);
        new UserFriendsMethods(users, features.follows(), visibleUsers, watching, features.plays(), plays).declare(v1);
        new UserMethods(users, features.lastActivities(), features.expiredCheckins()).declare(v1);
        new UserProfileMethods(users, features.userStatistics(), features.plays(), plays, watching).declare(v1);
        new UserCalendarMethods(users, features.calendar(), calendar, features.clock()).declare(v1);
        new UserListMethods(users, features.lists(), itemPage, userItemState).declare(v1);
        new UserNetworkMethods(users, features.follows(), visibleUsers).declare(v1);
        new UserProgressMethods(
                        users,
                        features.progress(),
                        features.catalog(),
                        features.provisionalAccess(),
                        features.ratings(),
                        userItemState)
                .declare(v1);
        new UserRatingsMethods(users, features.ratings(), features.catalog()).declare(v1);
        new UserWatchedMethods(users, features.plays(), plays).declare(v1);
        new UserWatchlistMethods(users, userItemState, features.watchlist(), features.ratings(), features.catalog())
                .declare(v1);
        return v1;
    }
}
