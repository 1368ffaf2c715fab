package dev.spoolmark.calendar;

import dev.spoolmark.db.Database;
import dev.spoolmark.history.PendingPlays;
import dev.spoolmark.social.ProfileView;
import java.util.List;

/// What airs when, of all shows that are known. Each list is in order, day by day.
public final class Calendar {

    private final Database database;
    private final PendingPlays due;
    private final CalendarStore store = new CalendarStore();

    public Calendar(Database database, PendingPlays due) {
        this.database = database;
        this.due = due;
    }

    public List<Airing> everything(DateRange days) {
        return inOrder(database.read(tx -> store.everything(tx, days)));
    }

    /// The first episode of each season; specials have no season of their own.
    public List<Airing> premieres(DateRange days) {
        return inOrder(database.read(tx -> store.premieres(tx, days)));
    }

    /// What airs of the shows one person watched, collected or means to watch, and the episodes they mean to watch,
    /// without what they hid.
    public List<Airing> of(ProfileView profile, DateRange days) {
        due.flush(profile.owner());
        return inOrder(database.read(tx -> store.of(tx, profile.owner(), days)));
    }

    /// Titles are ordered here, since the engines order letters differently.
    private static List<Airing> inOrder(List<Airing> airings) {
        return airings.stream().sorted(Airing.IN_ORDER).toList();
    }
}
