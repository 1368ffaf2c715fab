package dev.spoolmark.web.schedule;

import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.web.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes a calendar as iCalendar (RFC 5545). Times are in UTC, so that no time zone has to be described; an
/// episode without a time of day is an event of a whole day.
final class IcalCalendar {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final int DEFAULT_MINUTES = 30;

    private final IcalWriter out = new IcalWriter();
    private final Texts text;
    private final String base;
    private final String stamp;

    /// @param name of the calendar
    /// @param base address of the server; with its host the ids of events are unique
    /// @param now when the calendar is written
    IcalCalendar(Texts text, String name, String base, Instant now) {
        this.text = text;
        this.base = base;
        this.stamp = UTC.format(now);
        out.line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", "-//Spoolmark//Calendar//EN")
                .line("CALSCALE", "GREGORIAN")
                .text("X-WR-CALNAME", name)
                .line("REFRESH-INTERVAL;VALUE=DURATION", "PT6H")
                .line("X-PUBLISHED-TTL", "PT6H");
    }

    /// Adds an episode with a known time.
    void event(ItemSummary episode, String path, Instant at) {
        int minutes = episode.runtime() == null ? DEFAULT_MINUTES : episode.runtime();
        begin(episode, path);
        out.line("DTSTART", UTC.format(at)).line("DURATION", "PT" + minutes + "M");
        end();
    }

    /// Adds an episode of which only the day is known.
    void event(ItemSummary episode, String path, LocalDate day) {
        begin(episode, path);
        out.line("DTSTART;VALUE=DATE", DAY.format(day)).line("DTEND;VALUE=DATE", DAY.format(day.plusDays(1)));
        end();
    }

    byte[] bytes() {
        return out.line("END", "VCALENDAR").bytes();
    }

    private void begin(ItemSummary episode, String path) {
        String numbers =
                text.get("library.episode", Integer.toString(episode.season()), Integer.toString(episode.number()));
        String title = episode.episodeTitle() == null ? "" : " " + episode.episodeTitle();
        out.line("BEGIN", "VEVENT")
                .line("UID", "episode-" + episode.id().value() + "@" + server())
                .line("DTSTAMP", stamp)
                .text("SUMMARY", episode.title() + " " + numbers + title)
                .line("URL", base + path)
                .line("TRANSP", "TRANSPARENT");
    }

    private void end() {
        out.line("END", "VEVENT");
    }

    /// The address of the server, so that ids differ from those of others. The `@` of an id cannot be in it.
    private String server() {
        return base.substring(base.indexOf("://") + 3).replaceAll("[^A-Za-z0-9.-]", "-");
    }
}
