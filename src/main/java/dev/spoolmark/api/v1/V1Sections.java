package dev.spoolmark.api.v1;

import dev.spoolmark.account.Registration;
import dev.spoolmark.wire.Methods;

/// Every section of v1, in the order of the specification: the table of contents of this dialect.
public final class V1Sections {

    private V1Sections() {}

    public static Methods declared(V1Features features, Registration registration) {
        V1Items items = new V1Items(features.catalog(), features.disclosure());
        V1People people = new V1People(features.accounts(), features.gate());
        V1Faces faces = new V1Faces(features.accounts(), features.gate());
        V1Comments comments = new V1Comments(features.comments(), faces, features.ratings());
        V1Personal personal = new V1Personal(
                features.gate(), features.ratings(), features.plays(), features.collected(), features.watchlist());
        V1Titles titles = new V1Titles(features.disclosure(), features.enquiries(), features.ratings(), personal);
        V1Things things = new V1Things(features.catalog(), features.disclosure());
        V1Seasons seasons = new V1Seasons(features.catalog(), features.disclosure(), features.ratings(), personal);
        V1Found found = new V1Found(features.catalog(), features.ratings(), titles, seasons);
        V1Tally tally = new V1Tally(features.statistics(), features.ratings());
        V1Audience audience = new V1Audience(features.audience(), features.catalog(), features.ratings());
        V1ShowSummary summary = new V1ShowSummary(features.catalog(), features.statistics(), tally, audience);
        V1Shelf shelf = new V1Shelf(items);
        V1Playback playback = new V1Playback(features.scrobbles(), items);
        V1Media media = new V1Media(features.catalog(), features.ratings());
        V1OwnListed own =
                new V1OwnListed(features.catalog(), features.gate(), features.plays(), features.collected(), personal);
        V1Activity activity = new V1Activity(media, personal, features.clock());
        V1Calendar calendar = new V1Calendar(features.catalog(), features.ratings(), personal);
        V1Plays toldPlays = new V1Plays(features.catalog(), features.ratings(), personal);
        UserWatchingMethods watching = new UserWatchingMethods(people, features.scrobbles(), features.catalog());
        Methods v1 = new Methods();
        new AccountMethods(features.accounts(), registration, features.registrations(), features.clock()).declare(v1);
        new ActivityMethods(features.feed(), features.gate(), features.follows(), things, activity).declare(v1);
        new ActivityUserMethods(people, features.feed(), things, activity).declare(v1);
        new CommentMethods(features.comments(), items).declare(v1);
        new FriendsMethods(features.accounts(), features.gate(), features.follows(), faces).declare(v1);
        new CalendarMethods(features.calendar(), calendar, features.clock()).declare(v1);
        new GenresMethods(features.catalog()).declare(v1);
        new ListsMethods(features.lists(), new V1ListMatching(items, features.catalog())).declare(v1);
        new MovieMethods(features.catalog(), features.gate(), features.related(), titles, tally, audience).declare(v1);
        new MovieCommentsMethods(titles, comments).declare(v1);
        new MoviePlaybackMethods(playback, items, features.catalog()).declare(v1);
        new MovieSeenMethods(features.plays(), items, features.clock()).declare(v1);
        new MovieLibraryMethods(features.collected(), shelf).declare(v1);
        new MovieWatchlistMethods(features.watchlist(), shelf).declare(v1);
        new MoviesMethods(features.catalog(), titles, features.trending(), features.changes(), features.clock())
                .declare(v1);
        new NetworkMethods(features.accounts(), features.follows(), faces).declare(v1);
        new RateMethods(features.ratings(), items).declare(v1);
        new RecommendationsMethods(
                        features.recommendations(),
                        features.hidden(),
                        features.gate(),
                        features.catalog(),
                        found,
                        items)
                .declare(v1);
        new SearchMethods(features.search(), found, features.enquiries(), features.accounts(), features.gate())
                .declare(v1);
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
        new ShowCommentsMethods(features.catalog(), titles, comments).declare(v1);
        new ShowPlaybackMethods(playback, items, features.catalog()).declare(v1);
        new ShowSeenMethods(features.plays(), items, features.catalog(), features.clock()).declare(v1);
        new ShowLibraryMethods(features.collected(), features.catalog(), shelf, features.clock()).declare(v1);
        new ShowWatchlistMethods(features.watchlist(), shelf).declare(v1);
        new ShowEpisodeMethods(features.catalog(), features.ratings(), personal, titles, tally, audience).declare(v1);
        new ShowsMethods(features.catalog(), titles, features.trending(), features.changes(), features.clock())
                .declare(v1);
        new UserLibraryMethods(people, features.plays(), features.collected(), features.ratings(), features.catalog())
                .declare(v1);
        watching.declare(v1);
        new UserFriendsMethods(people, features.follows(), faces, watching, features.plays(), toldPlays).declare(v1);
        new UserMethods(people, features.lastActivities(), features.due()).declare(v1);
        new UserProfileMethods(people, features.personStats(), features.plays(), toldPlays, watching).declare(v1);
        new UserCalendarMethods(people, features.calendar(), calendar, features.clock()).declare(v1);
        new UserListMethods(people, features.lists(), media, own).declare(v1);
        new UserNetworkMethods(people, features.follows(), faces).declare(v1);
        new UserProgressMethods(
                        people,
                        features.progress(),
                        features.catalog(),
                        features.disclosure(),
                        features.ratings(),
                        personal)
                .declare(v1);
        new UserRatingsMethods(people, features.ratings(), features.catalog()).declare(v1);
        new UserWatchedMethods(people, features.plays(), toldPlays).declare(v1);
        new UserWatchlistMethods(people, personal, features.watchlist(), features.ratings(), features.catalog())
                .declare(v1);
        return v1;
    }
}
