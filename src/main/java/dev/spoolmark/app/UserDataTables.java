package dev.spoolmark.app;

import dev.spoolmark.account.apppassword.AppPasswords;
import dev.spoolmark.account.auth.WebSignIn;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.account.link.AccountLinks;
import dev.spoolmark.account.secondfactor.SecondFactors;
import dev.spoolmark.account.session.Sessions;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.LastActivities;
import dev.spoolmark.activity.RemovedItems;
import dev.spoolmark.artwork.UserPictures;
import dev.spoolmark.calendar.feed.CalendarFeeds;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.comment.CommentEdits;
import dev.spoolmark.comment.CommentMover;
import dev.spoolmark.comment.Comments;
import dev.spoolmark.episodeorder.EpisodeOrders;
import dev.spoolmark.favorite.Favorites;
import dev.spoolmark.hidden.Hidden;
import dev.spoolmark.history.PlayDeletions;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.history.PlayMover;
import dev.spoolmark.history.PlayTimes;
import dev.spoolmark.idempotency.IdempotencyKeys;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.note.Notes;
import dev.spoolmark.oauth.OAuthProvider;
import dev.spoolmark.openid.OpenIdIdentities;
import dev.spoolmark.pagefilter.PageFilters;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.rewatch.Rewatches;
import dev.spoolmark.scrobble.NowWatchingMover;
import dev.spoolmark.scrobble.Playback;
import dev.spoolmark.scrobble.Scrobbles;
import dev.spoolmark.showsetting.ShowSettings;
import dev.spoolmark.social.Blocks;
import dev.spoolmark.social.Follows;
import dev.spoolmark.stats.viewing.SharedReviews;
import dev.spoolmark.stats.viewing.ViewingStatistics;
import dev.spoolmark.together.WatchedTogether;
import dev.spoolmark.transfer.run.Imports;
import dev.spoolmark.watchlist.Watchlist;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// The tables with data of users, of all features.
final class UserDataTables {

    private UserDataTables() {}

    /// All tables with data of users about items, for merges.
    static List<UserDataMover> movers(ActivityStamps stamps) {
        return List.of(
                Ratings.mover(stamps),
                CollectionItems.mover(stamps),
                Watchlist.mover(stamps),
                Favorites.mover(stamps),
                Lists.mover(stamps),
                RemovedItems.mover(stamps),
                Hidden.mover(stamps),
                Rewatches.mover(stamps),
                ShowSettings.mover(stamps),
                new CommentMover(stamps),
                CommentEdits.mover(stamps),
                Notes.mover(stamps),
                Imports.rowMover(stamps),
                Imports.decisionMover(stamps),
                EpisodeOrders.mover(stamps),
                new PlayMover(stamps),
                PlayDeletions.mover(stamps),
                new NowWatchingMover(),
                Playback.mover(stamps),
                WatchedTogether.mover(stamps));
    }

    /// All tables with data of users, for the deletion of accounts.
    static List<UserDataEraser> erasers(InstantSource clock) {
        return Stream.of(
                        PlayHistory.erasers(),
                        PlayDeletions.erasers(),
                        IdempotencyKeys.erasers(),
                        PlayTimes.erasers(),
                        Ratings.erasers(clock),
                        CollectionItems.erasers(),
                        Watchlist.erasers(),
                        Favorites.erasers(),
                        RemovedItems.erasers(),
                        Lists.erasers(),
                        Comments.erasers(),
                        Notes.erasers(),
                        Imports.erasers(),
                        EpisodeOrders.erasers(),
                        Follows.erasers(),
                        Blocks.erasers(),
                        WatchedTogether.erasers(),
                        Hidden.erasers(),
                        Rewatches.erasers(),
                        ShowSettings.erasers(),
                        Scrobbles.erasers(),
                        LastActivities.erasers(),
                        OAuthProvider.erasers(),
                        Sessions.erasers(),
                        SecondFactors.erasers(),
                        AppPasswords.erasers(),
                        OpenIdIdentities.erasers(),
                        WebSignIn.erasers(),
                        UserPictures.erasers(),
                        CalendarFeeds.erasers(),
                        PageFilters.erasers(),
                        SharedReviews.erasers(),
                        ViewingStatistics.erasers(),
                        AccountLinks.erasers(),
                        List.<UserDataEraser>of(UserRows.of("mail_queue", "mail_id")))
                .flatMap(List::stream)
                .toList();
    }
}
