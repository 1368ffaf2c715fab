package dev.spoolmark.web.schedule;

import dev.spoolmark.calendar.feed.CalendarFeeds;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Confirmation;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;

/// Creates and revokes the secret address under which calendar programs read the calendar of the user.
public final class CalendarFeedPages {

    private static final String PATH = "/calendar/ical";

    private final CalendarFeeds feeds;

    CalendarFeedPages(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    /// @param address absolute; no other page shows it
    public record CalendarFeedPage(Layout layout, String address) {}

    void declare(PageRoutes routes) {
        routes.post(PATH, PageAccess.SIGNED_IN, Confirmation.before("/calendar", this::create))
                .post(PATH + "/revoke", PageAccess.SIGNED_IN, this::revoke);
    }

    /// The response to the form is the only page with the address, which is stored nowhere.
    private Response create(PageRequest request) {
        String token = request.waiting(() -> feeds.create(request.account().id()));
        return request.page(
                "page/schedule/feed",
                new CalendarFeedPage(
                        request.layout("schedule.feed.title"), request.http().base() + PATH + "/" + token + ".ics"));
    }

    private Response revoke(PageRequest request) {
        request.waiting(() -> feeds.revoke(request.account().id()));
        return request.redirect("/calendar", "calendar_address_revoked");
    }
}
