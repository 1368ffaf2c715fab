package dev.spoolmark.app;

import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.library.LibraryRoutes;
import dev.spoolmark.web.schedule.SchedulePages;

/// Assembles the pages about what a user has watched and wants to watch, and the calendar.
final class LibraryPages {

    private LibraryPages() {}

    static void declare(Features features, PageRoutes routes) {
        new LibraryRoutes(
                        features.accounts(),
                        features.profileAccess(),
                        features.catalog(),
                        features.provisionalAccess(),
                        features.progress(),
                        features.hidden(),
                        features.plays(),
                        features.watchlist(),
                        features.collectionItems(),
                        features.lists(),
                        features.pageFilters(),
                        features.clock())
                .declare(routes);
        new SchedulePages(
                        features.calendar(),
                        features.calendarFeeds(),
                        features.plays(),
                        features.catalog(),
                        features.accounts(),
                        features.profileAccess(),
                        features.clock())
                .declare(routes);
    }
}
