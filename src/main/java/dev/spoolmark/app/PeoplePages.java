package dev.spoolmark.app;

import dev.spoolmark.comparison.Comparisons;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.people.PeopleFeatures;
import dev.spoolmark.web.people.PeopleRoutes;

/// Assembles the pages about users.
final class PeoplePages {

    private PeoplePages() {}

    static void declare(Features features, PageRoutes routes) {
        new PeopleRoutes(new PeopleFeatures(
                        features.accounts(),
                        features.profileAccess(),
                        features.follows(),
                        features.blocks(),
                        features.catalog(),
                        features.provisionalAccess(),
                        features.plays(),
                        features.scrobbles(),
                        features.followedWatching(),
                        features.ratings(),
                        features.watchlist(),
                        features.favorites(),
                        features.collectionItems(),
                        features.upNext(),
                        features.lists(),
                        features.feed(),
                        features.profileStatistics(),
                        new Comparisons(features.database()),
                        features.watchedTogether(),
                        features.clock()))
                .declare(routes);
    }
}
