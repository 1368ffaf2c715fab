package dev.spoolmark.transfer;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.Applications;
import dev.spoolmark.account.secondfactor.SecondFactors;
import dev.spoolmark.account.session.Sessions;
import dev.spoolmark.activity.LastActivities;
import dev.spoolmark.artwork.UserPictures;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.comment.Comments;
import dev.spoolmark.hidden.Hidden;
import dev.spoolmark.history.PlayPages;
import dev.spoolmark.lists.ListPages;
import dev.spoolmark.note.Notes;
import dev.spoolmark.oauth.OAuthProvider;
import dev.spoolmark.openid.LinkedIdentities;
import dev.spoolmark.pagefilter.PageFilters;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.rewatch.Rewatches;
import dev.spoolmark.scrobble.Playback;
import dev.spoolmark.scrobble.Scrobbles;
import dev.spoolmark.showsetting.ShowSettings;
import dev.spoolmark.social.Follows;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.stats.viewing.SharedReviews;
import dev.spoolmark.watchlist.Watchlist;

/// The features whose data an export contains.
public record ExportSources(
        Accounts accounts,
        Applications applications,
        SecondFactors secondFactors,
        Sessions sessions,
        OAuthProvider oauth,
        LinkedIdentities identities,
        UserPictures pictures,
        ProfileAccess access,
        Follows follows,
        Catalog catalog,
        PlayPages plays,
        Scrobbles scrobbles,
        Playback playback,
        Ratings ratings,
        CollectionItems collection,
        Watchlist watchlist,
        ListPages lists,
        Comments comments,
        Notes notes,
        Hidden hidden,
        PageFilters pageFilters,
        SharedReviews reviews,
        Rewatches rewatches,
        ShowSettings showSettings,
        LastActivities activities) {}
