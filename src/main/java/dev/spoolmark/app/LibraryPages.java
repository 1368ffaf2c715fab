package dev.spoolmark.app;

import dev.spoolmark.stats.viewing.SharedReviews;
import dev.spoolmark.userstate.CoveredEpisodes;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.library.LibraryRoutes;
import dev.spoolmark.web.schedule.SchedulePages;
import dev.spoolmark.web.statistics.StatisticsRoutes;

/// Assembles the pages about what a user has watched and wants to watch, the calendar, and statistics.
final class LibraryPages {

    private LibraryPages() {}

    static void declare(Features features, PageRoutes routes) {
        new LibraryRoutes(
                        features.accounts(),
                        features.profileAccess(),
                        features.catalog(),
                        features.provisionalAccess(),
                        features.upNext(),
                        features.plays(),
                        new CoveredEpisodes(features.database()),
                        features.watchlist(),
                        features.collectionItems(),
                        features.lists(),
                        features.pageFilters(),
                        features.ratings(),
                        features.clock())
                .declare(routes);
        new SchedulePages(
                        features.calendar(),
                        features.calendarFeeds(),
                        features.plays(),
                        new CoveredEpisodes(features.database()),
                        features.catalog(),
                        features.accounts(),
                        features.profileAccess(),
                        features.clock())
                .declare(routes);
        new StatisticsRoutes(
                        features.accounts(),
                        features.profileAccess(),
                        features.catalog(),
                        features.viewingStatistics(),
                        new SharedReviews(features.database(), features.clock()),
                        features.clock())
                .declare(routes);
    }
}
