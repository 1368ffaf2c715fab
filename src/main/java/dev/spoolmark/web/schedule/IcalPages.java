package dev.spoolmark.web.schedule;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.Language;
import dev.spoolmark.calendar.Airing;
import dev.spoolmark.calendar.Calendar;
import dev.spoolmark.calendar.feed.CalendarFeeds;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.ClientNetwork;
import dev.spoolmark.core.KeyedRateLimiter;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.RateLimit;
import dev.spoolmark.http.Response;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.item.ItemLinks;
import dev.spoolmark.web.text.Languages;
import dev.spoolmark.web.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The calendar for calendar programs: `/calendar/ical/TOKEN.ics`. It needs no session; everyone who has the
/// address can read it. A wrong token looks like any page that does not exist.
public final class IcalPages {

    /// From one network: 30 at once, then one a minute.
    private static final RateLimit LIMIT = new RateLimit(30, Duration.ofMinutes(1));

    private static final String EXTENSION = ".ics";
    private static final int DAYS_BEFORE = 30;
    private static final int DAYS_AFTER = 90;
    private static final int MAX_EVENTS = 500;

    private final Calendar calendar;
    private final CalendarFeeds feeds;
    private final Catalog catalog;
    private final Accounts accounts;
    private final ProfileAccess access;
    private final InstantSource clock;
    private final KeyedRateLimiter<ClientNetwork> limiter;
    private final Languages languages = new Languages();

    IcalPages(
            Calendar calendar,
            CalendarFeeds feeds,
            Catalog catalog,
            Accounts accounts,
            ProfileAccess access,
            InstantSource clock) {
        this.calendar = calendar;
        this.feeds = feeds;
        this.catalog = catalog;
        this.accounts = accounts;
        this.access = access;
        this.clock = clock;
        this.limiter = new KeyedRateLimiter<>(LIMIT, clock);
    }

    void declare(PageRoutes routes) {
        routes.get("/calendar/ical/{file}", PageAccess.PUBLIC, this::show);
    }

    private Response show(PageRequest request) {
        Duration wait = limiter.tryAcquire(ClientNetwork.of(request.http().client()));
        if (!wait.isZero()) {
            throw new ProblemException(new Problem.Overloaded(wait));
        }
        String file = request.variable("file");
        String token = file.endsWith(EXTENSION) ? file.substring(0, file.length() - EXTENSION.length()) : "";
        return request.waiting(() -> {
            Account account = feeds.owner(token)
                    .flatMap(accounts::find)
                    .orElseThrow(() -> new ProblemException(new Problem.NotFound("calendar")));
            return withHeaders(Response.of(200, "text/calendar; charset=utf-8", write(request, account)));
        });
    }

    private byte[] write(PageRequest request, Account account) {
        Texts text = texts(request, account);
        String base = request.http().base();
        Instant now = clock.instant();
        IcalCalendar written = new IcalCalendar(
                text, text.get("schedule.feed.name", request.site().serverName()), base, now);
        LocalDate today = LocalDate.ofInstant(now, account.preferences().timeZone());
        List<Airing> airings = nearest(
                calendar.between(access.self(account), today.minusDays(DAYS_BEFORE), today.plusDays(DAYS_AFTER)),
                today);
        Map<MediaId, ItemSummary> items =
                catalog.summaries(airings.stream().map(Airing::episode).toList());
        for (Airing airing : airings) {
            ItemSummary item = items.get(airing.episode());
            Instant at = airing.at();
            if (item != null && at != null) {
                written.event(item, ItemLinks.of(item), at);
            } else if (item != null) {
                written.event(item, ItemLinks.of(item), airing.day());
            }
        }
        return written.bytes();
    }

    /// At most [#MAX_EVENTS], of which those from today on come before earlier ones.
    private static List<Airing> nearest(List<Airing> airings, LocalDate today) {
        List<Airing> earlier =
                airings.stream().filter(airing -> airing.day().isBefore(today)).toList();
        List<Airing> coming =
                airings.stream().skip(earlier.size()).limit(MAX_EVENTS).toList();
        int kept = Math.min(earlier.size(), MAX_EVENTS - coming.size());
        return Stream.concat(earlier.subList(earlier.size() - kept, earlier.size()).stream(), coming.stream())
                .toList();
    }

    private Texts texts(PageRequest request, Account account) {
        Language language = account.preferences().pages().language();
        return language == Language.AUTOMATIC ? request.text() : languages.texts(language.key());
    }

    private static Response withHeaders(Response response) {
        return response.with("Cache-Control", "private, no-store")
                .with("X-Robots-Tag", "noindex")
                .with("Referrer-Policy", "no-referrer")
                .with("Content-Disposition", "inline; filename=\"spoolmark.ics\"");
    }
}
