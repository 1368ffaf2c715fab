package dev.spoolmark.web.tracker;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.comment.Comments;
import dev.spoolmark.history.PlayAdditions;
import dev.spoolmark.home.HomeFeed;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.recommendation.Related;
import dev.spoolmark.search.Search;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.userstate.ItemDetails;
import dev.spoolmark.userstate.UserItemStates;
import dev.spoolmark.visibility.ProvisionalAccess;
import dev.spoolmark.watchlist.Watchlist;
import java.time.InstantSource;

/// What the pages of the tracker show and change.
public record TrackerFeatures(
        Accounts accounts,
        ProfileAccess access,
        Catalog catalog,
        ProvisionalAccess visibility,
        PlayAdditions plays,
        Ratings ratings,
        Watchlist watchlist,
        CollectionItems collection,
        Lists lists,
        Comments comments,
        Related related,
        Search search,
        ItemDetails details,
        UserItemStates states,
        HomeFeed home,
        InstantSource clock) {}
