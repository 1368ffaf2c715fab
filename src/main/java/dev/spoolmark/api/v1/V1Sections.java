package dev.spoolmark.api.v1;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.RegistrationLimit;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.collection.Collected;
import dev.spoolmark.comment.Comments;
import dev.spoolmark.history.Plays;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.social.Follows;
import dev.spoolmark.social.Gate;
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
            Follows follows,
            Comments comments,
            InstantSource clock) {}

    public static Methods declared(Features features) {
        V1Items items = new V1Items(features.catalog());
        V1People people = new V1People(features.accounts(), features.gate());
        V1Faces faces = new V1Faces(features.accounts(), features.gate());
        V1Comments comments = new V1Comments(features.comments(), faces, features.ratings());
        Methods v1 = new Methods();
        new AccountMethods(features.accounts(), features.registration(), features.registrations(), features.clock())
                .declare(v1);
        new ActivityMethods().declare(v1);
        new ActivityUserMethods().declare(v1);
        new CalendarMethods().declare(v1);
        new CommentMethods(features.comments(), items).declare(v1);
        new FriendsMethods(features.accounts(), features.gate(), features.follows(), faces).declare(v1);
        new GenresMethods(features.catalog()).declare(v1);
        new ListsMethods().declare(v1);
        new MovieMethods().declare(v1);
        new MovieCommentsMethods(features.catalog(), comments).declare(v1);
        new MoviePlaybackMethods().declare(v1);
        new MovieSeenMethods().declare(v1);
        new MovieLibraryMethods().declare(v1);
        new MovieWatchlistMethods().declare(v1);
        new MoviesMethods().declare(v1);
        new NetworkMethods(features.accounts(), features.follows(), faces).declare(v1);
        new RateMethods(features.ratings(), items).declare(v1);
        new RecommendationsMethods().declare(v1);
        new SearchMethods().declare(v1);
        new ServerMethods(features.clock()).declare(v1);
        new ShowMethods().declare(v1);
        new ShowCommentsMethods(features.catalog(), comments).declare(v1);
        new ShowPlaybackMethods().declare(v1);
        new ShowSeenMethods().declare(v1);
        new ShowLibraryMethods().declare(v1);
        new ShowWatchlistMethods().declare(v1);
        new ShowEpisodeMethods().declare(v1);
        new ShowsMethods().declare(v1);
        new UserMethods().declare(v1);
        new UserCalendarMethods().declare(v1);
        new UserLibraryMethods().declare(v1);
        new UserListMethods().declare(v1);
        new UserNetworkMethods(people, features.follows(), faces).declare(v1);
        new UserProgressMethods().declare(v1);
        new UserRatingsMethods(people, features.ratings(), features.catalog()).declare(v1);
        new UserWatchedMethods().declare(v1);
        new UserWatchlistMethods().declare(v1);
        return v1;
    }
}
