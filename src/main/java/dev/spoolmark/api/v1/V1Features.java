package dev.spoolmark.api.v1;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.RegistrationLimit;
import dev.spoolmark.activity.LastActivities;
import dev.spoolmark.calendar.Calendar;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Enquiries;
import dev.spoolmark.collection.Collected;
import dev.spoolmark.comment.Comments;
import dev.spoolmark.disclosure.Disclosure;
import dev.spoolmark.feed.Feed;
import dev.spoolmark.hidden.Hidden;
import dev.spoolmark.history.DuePlays;
import dev.spoolmark.history.Plays;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.progress.Progress;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.recommendation.Recommendations;
import dev.spoolmark.recommendation.Related;
import dev.spoolmark.scrobble.Scrobbles;
import dev.spoolmark.search.Search;
import dev.spoolmark.social.Follows;
import dev.spoolmark.social.Gate;
import dev.spoolmark.stats.Audience;
import dev.spoolmark.stats.Changes;
import dev.spoolmark.stats.PersonStats;
import dev.spoolmark.stats.Statistics;
import dev.spoolmark.stats.Trending;
import dev.spoolmark.watchlist.Watchlist;
import java.time.InstantSource;

/// Everything that the methods of v1 are made over, by what it is called in the house.
public interface V1Features {

    Accounts accounts();

    RegistrationLimit registrations();

    Gate gate();

    Catalog catalog();

    Disclosure disclosure();

    Enquiries enquiries();

    Ratings ratings();

    Collected collected();

    Watchlist watchlist();

    Plays plays();

    Follows follows();

    Comments comments();

    Statistics statistics();

    Audience audience();

    Trending trending();

    Changes changes();

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

    PersonStats personStats();

    DuePlays due();

    InstantSource clock();
}
