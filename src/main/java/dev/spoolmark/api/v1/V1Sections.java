package dev.spoolmark.api.v1;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.RegistrationLimit;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.collection.Collected;
import dev.spoolmark.history.Plays;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.recommendation.Related;
import dev.spoolmark.social.Gate;
import dev.spoolmark.stats.Audience;
import dev.spoolmark.stats.Changes;
import dev.spoolmark.stats.Statistics;
import dev.spoolmark.stats.Trending;
import dev.spoolmark.watchlist.Watchlist;
import dev.spoolmark.wire.Methods;
import java.time.InstantSource;

/// Every section of v1, in the order of the specification: the table of contents of this dialect.
public final class V1Sections {

    private V1Sections() {}

    /// What the sections lean on.
    public record Features(
            Accounts accounts,
            Registration registration,
            RegistrationLimit registrations,
            Gate gate,
            Catalog catalog,
            Ratings ratings,
            Collected collected,
            Watchlist watchlist,
            Plays plays,
            Statistics statistics,
            Audience audience,
            Trending trending,
            Changes changes,
            Related related,
            InstantSource clock) {}

    public static Methods declared(Features features) {
        V1Items items = new V1Items(features.catalog());
        V1People people = new V1People(features.accounts(), features.gate());
        V1Personal personal = new V1Personal(
                features.gate(), features.ratings(), features.plays(), features.collected(), features.watchlist());
        V1Titles titles = new V1Titles(features.catalog(), features.ratings(), personal);
        V1Seasons seasons = new V1Seasons(features.catalog(), features.ratings(), personal);
        V1Tally tally = new V1Tally(features.statistics(), features.ratings());
        V1Audience audience = new V1Audience(features.audience(), features.catalog(), features.ratings());
        V1ShowSummary summary = new V1ShowSummary(features.catalog(), features.statistics(), tally, audience);
        Methods v1 = new Methods();
        new AccountMethods(features.accounts(), features.registration(), features.registrations(), features.clock())
                .declare(v1);
        new ActivityMethods().declare(v1);
        new ActivityUserMethods().declare(v1);
        new CalendarMethods().declare(v1);
        new CommentMethods().declare(v1);
        new FriendsMethods().declare(v1);
        new GenresMethods(features.catalog()).declare(v1);
        new ListsMethods().declare(v1);
        new MovieMethods(features.catalog(), features.gate(), features.related(), titles, tally, audience).declare(v1);
        new MoviePlaybackMethods().declare(v1);
        new MovieSeenMethods().declare(v1);
        new MovieLibraryMethods().declare(v1);
        new MovieWatchlistMethods().declare(v1);
        new MoviesMethods(features.catalog(), titles, features.trending(), features.changes(), features.clock())
                .declare(v1);
        new NetworkMethods().declare(v1);
        new RateMethods(features.ratings(), items).declare(v1);
        new RecommendationsMethods().declare(v1);
        new SearchMethods().declare(v1);
        new ServerMethods(features.clock()).declare(v1);
        new ShowMethods(
                        features.catalog(),
                        features.gate(),
                        features.related(),
                        titles,
                        seasons,
                        tally,
                        audience,
                        summary)
                .declare(v1);
        new ShowPlaybackMethods().declare(v1);
        new ShowSeenMethods().declare(v1);
        new ShowLibraryMethods().declare(v1);
        new ShowWatchlistMethods().declare(v1);
        new ShowEpisodeMethods(features.catalog(), features.ratings(), personal, titles, tally, audience).declare(v1);
        new ShowsMethods(features.catalog(), titles, features.trending(), features.changes(), features.clock())
                .declare(v1);
        new UserMethods().declare(v1);
        new UserCalendarMethods().declare(v1);
        new UserLibraryMethods().declare(v1);
        new UserListMethods().declare(v1);
        new UserNetworkMethods().declare(v1);
        new UserProgressMethods().declare(v1);
        new UserRatingsMethods(people, features.ratings(), features.catalog()).declare(v1);
        new UserWatchedMethods().declare(v1);
        new UserWatchlistMethods().declare(v1);
        return v1;
    }
}
