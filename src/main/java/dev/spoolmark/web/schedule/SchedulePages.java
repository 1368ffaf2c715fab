package dev.spoolmark.web.schedule;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.calendar.Calendar;
import dev.spoolmark.calendar.feed.CalendarFeeds;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.userstate.CoveredEpisodes;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.library.ItemLines;
import java.time.InstantSource;

/// The pages of the calendar.
public final class SchedulePages {

    private final Calendar calendar;
    private final CalendarFeeds feeds;
    private final PlayHistory history;
    private final CoveredEpisodes covered;
    private final Catalog catalog;
    private final Accounts accounts;
    private final ProfileAccess access;
    private final InstantSource clock;

    public SchedulePages(
            Calendar calendar,
            CalendarFeeds feeds,
            PlayHistory history,
            CoveredEpisodes covered,
            Catalog catalog,
            Accounts accounts,
            ProfileAccess access,
            InstantSource clock) {
        this.calendar = calendar;
        this.feeds = feeds;
        this.history = history;
        this.covered = covered;
        this.catalog = catalog;
        this.accounts = accounts;
        this.access = access;
        this.clock = clock;
    }

    public void declare(PageRoutes routes) {
        Schedule schedule = new Schedule(calendar, history, covered, new ItemLines(catalog));
        new CalendarPages(schedule, feeds, access, clock).declare(routes);
        new CalendarFeedPages(feeds).declare(routes);
        new IcalPages(calendar, feeds, catalog, accounts, access, clock).declare(routes);
    }
}
