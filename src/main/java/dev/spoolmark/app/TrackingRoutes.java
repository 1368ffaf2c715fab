package dev.spoolmark.app;

import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.schedule.SchedulePages;
import dev.spoolmark.web.tracking.TrackingPages;

/// Assembles the pages about what a user has watched and wants to watch, and the calendar.
final class TrackingRoutes {

    private TrackingRoutes() {}

    static void declare(Features features, PageRoutes routes) {
        new TrackingPages(
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
