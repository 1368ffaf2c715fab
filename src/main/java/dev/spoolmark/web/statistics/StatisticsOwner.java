package dev.spoolmark.web.statistics;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.stats.viewing.StatisticsPeriod;
import dev.spoolmark.stats.viewing.StatisticsPeriod.AllTime;
import dev.spoolmark.stats.viewing.StatisticsPeriod.OfMonth;
import dev.spoolmark.stats.viewing.StatisticsPeriod.OfYear;
import dev.spoolmark.web.library.PageAddress;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/// The user whose statistics a page shows.
///
/// @param own whether the viewer is this user, and the page one of those below `/stats`
public record StatisticsOwner(ProfileView profile, boolean own) {

    static final String PATH = "/stats";

    public String name() {
        return profile.account().name();
    }

    /// Whether the viewer may see ratings.
    boolean showsRatings() {
        return profile.shows(ProfileSection.RATINGS);
    }

    /// The address for all time.
    public String path() {
        return own ? PATH : shared();
    }

    /// The address for other viewers.
    String shared() {
        return "/u/" + name() + PATH;
    }

    public String path(StatisticsPeriod period) {
        return switch (period) {
            case AllTime _ -> path();
            case OfYear(int year) -> path() + "/" + year;
            case OfMonth(YearMonth month) ->
                String.format(Locale.ROOT, "%s/%d/%02d", path(), month.getYear(), month.getMonthValue());
        };
    }

    public String review(int year) {
        return path() + "/" + year + "/review";
    }

    /// The plays of a period in the history, which only the user can open.
    PageAddress history(StatisticsPeriod period) {
        return new PageAddress("/history")
                .with("from", period.start().map(LocalDate::toString).orElse(null))
                .with("to", period.end().map(day -> day.minusDays(1).toString()).orElse(null));
    }
}
