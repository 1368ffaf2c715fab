package dev.spoolmark.api.v1;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.RegistrationLimit;
import dev.spoolmark.activity.LastActivities;
import dev.spoolmark.calendar.Calendar;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.source.OnDemandLookup;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.comment.Comments;
import dev.spoolmark.feed.Feed;
import dev.spoolmark.hidden.Hidden;
import dev.spoolmark.history.PendingPlays;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.progress.Progress;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.recommendation.Recommendations;
import dev.spoolmark.recommendation.Related;
import dev.spoolmark.scrobble.Scrobbles;
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

/// Everything that the methods of v1 are made over, by what it is called in the house.
public interface V1Features {

    Accounts accounts();

    RegistrationLimit registrations();

    ProfileAccess gate();

    Catalog catalog();

    ProvisionalAccess disclosure();

    OnDemandLookup enquiries();

    Ratings ratings();

    CollectionItems collected();

    Watchlist watchlist();

    PlayHistory plays();

    Follows follows();

    Comments comments();

    Statistics statistics();

    ItemWatchers audience();

    Trending trending();

    CatalogChanges changes();

    Related related();

    Scrobbles scrobbles();

    Hidden hidden();

    Search search();

    Recommendations recommendations();

    Lists lists();

    Feed feed();

    LastActivities lastActivities();

    Progress progress();

    Calendar calendar();

    UserStatistics personStats();

    PendingPlays due();

    InstantSource clock();
}
