package dev.spoolmark.web.statistics;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.session.CurrentSession;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.stats.viewing.SharedReviews;
import dev.spoolmark.stats.viewing.StatisticsPeriod;
import dev.spoolmark.stats.viewing.StatisticsPeriod.OfMonth;
import dev.spoolmark.stats.viewing.StatisticsPeriod.OfYear;
import dev.spoolmark.web.PageRequest;
import java.time.YearMonth;
import java.util.regex.Pattern;

/// Finds the user and the period in an address. That a user does not exist, that the viewer may not read the history,
/// and that a review is not shared look the same (`docs/security.md#visibility`).
final class StatisticsAccess {

    /// No play is older, and none can be stored after this century.
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2199;
    private static final int MONTHS = 12;

    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{1,2}");

    private final Accounts accounts;
    private final ProfileAccess access;
    private final SharedReviews reviews;

    StatisticsAccess(Accounts accounts, ProfileAccess access, SharedReviews reviews) {
        this.accounts = accounts;
        this.access = access;
        this.reviews = reviews;
    }

    StatisticsOwner self(PageRequest request) {
        return new StatisticsOwner(access.self(request.account()), true);
    }

    /// The user in the address. Statistics need the sections of the history and of counts
    /// (`docs/security.md#sections`).
    ///
    /// @throws ProblemException with [Problem.NotFound] if the viewer cannot read one of them
    StatisticsOwner owner(PageRequest request) {
        Viewer viewer =
                Viewer.of(request.currentSession().map(CurrentSession::account).orElse(null));
        return accounts.find(request.variable("user"))
                .flatMap(owner -> access.viewOf(viewer, owner, ProfileSection.HISTORY))
                .filter(profile -> profile.shows(ProfileSection.PROGRESS))
                .map(profile -> new StatisticsOwner(profile, false))
                .orElseThrow(StatisticsAccess::notFound);
    }

    /// The user in the address, who shares the review of this year.
    ///
    /// @throws ProblemException with [Problem.NotFound] if it is not shared, or the viewer cannot read the history
    StatisticsOwner sharing(PageRequest request, int year) {
        StatisticsOwner owner = owner(request);
        ProfileView profile = owner.profile();
        if (!reviews.isShared(profile, year)) {
            throw notFound();
        }
        return owner;
    }

    /// @throws ProblemException with [Problem.NotFound] if it is no year from 1900 to 2199
    static int year(PageRequest request) {
        return number(request.variable("year"), YEAR, FIRST_YEAR, LAST_YEAR);
    }

    static StatisticsPeriod yearPeriod(PageRequest request) {
        return new OfYear(year(request));
    }

    /// @throws ProblemException with [Problem.NotFound] if there is no such month
    static StatisticsPeriod monthPeriod(PageRequest request) {
        return new OfMonth(YearMonth.of(year(request), number(request.variable("month"), MONTH, 1, MONTHS)));
    }

    private static int number(String text, Pattern form, int least, int most) {
        int number = form.matcher(text).matches() ? AsciiNumber.parseInt(text) : -1;
        if (number < least || number > most) {
            throw notFound();
        }
        return number;
    }

    private static ProblemException notFound() {
        return new ProblemException(new Problem.NotFound("statistics"));
    }
}
