package dev.spoolmark.calendar;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.db.Database;
import dev.spoolmark.history.PendingPlays;
import dev.spoolmark.social.ProfileView;
import java.time.LocalDate;
import java.util.List;

/// Air dates of the episodes of all shows. All lists are ordered by day.
public final class Calendar {

    private static final int MAX_DAYS = 200;

    private final Database database;
    private final PendingPlays pendingPlays;
    private final CalendarStore store = new CalendarStore();

    public Calendar(Database database, PendingPlays pendingPlays) {
        this.database = database;
        this.pendingPlays = pendingPlays;
    }

    public List<Airing> everything(DateRange days) {
        return sorted(database.read(tx -> store.everything(tx, days)));
    }

    /// The first episode of each season; specials are not included.
    public List<Airing> premieres(DateRange days) {
        return sorted(database.read(tx -> store.premieres(tx, days)));
    }

    /// Episodes of the shows that a user watched, collected or has on the watchlist, and episodes on the
    /// watchlist, without shows that are hidden from the calendar or dropped.
    public List<Airing> of(ProfileView profile, DateRange days) {
        pendingPlays.flush(profile.owner(ProfileSection.COLLECTION));
        return sorted(database.read(tx -> store.of(tx, profile.owner(ProfileSection.WATCHLIST), days)));
    }

    /// The same for any days, such as the weeks of a month.
    ///
    /// @param last at most 200 days after the first
    public List<Airing> between(ProfileView profile, LocalDate first, LocalDate last) {
        if (last.isAfter(first.plusDays(MAX_DAYS))) {
            throw new IllegalArgumentException("too many days");
        }
        pendingPlays.flush(profile.owner(ProfileSection.COLLECTION));
        return sorted(database.read(tx -> store.of(tx, profile.owner(ProfileSection.WATCHLIST), first, last)));
    }

    /// Titles are sorted here, since the collations of the databases differ.
    private static List<Airing> sorted(List<Airing> airings) {
        return airings.stream().sorted(Airing.BY_TIME).toList();
    }
}
