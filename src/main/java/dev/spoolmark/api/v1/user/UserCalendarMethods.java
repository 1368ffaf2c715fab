package dev.spoolmark.api.v1.user;

import static dev.spoolmark.http.AuthenticationRequirement.OPTIONAL;
import static dev.spoolmark.http.DataVisibility.ONE_USER;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.api.v1.V1Calendar;
import dev.spoolmark.api.v1.V1DateRange;
import dev.spoolmark.api.v1.V1UserLookup;
import dev.spoolmark.calendar.Airing;
import dev.spoolmark.calendar.Calendar;
import dev.spoolmark.calendar.DateRange;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import java.time.InstantSource;
import java.util.List;

/// `user/calendar/*`: air dates of the shows of one user.
public final class UserCalendarMethods {

    private final V1UserLookup users;
    private final Calendar calendar;
    private final V1Calendar rendering;
    private final InstantSource clock;

    public UserCalendarMethods(V1UserLookup users, Calendar calendar, V1Calendar rendering, InstantSource clock) {
        this.users = users;
        this.calendar = calendar;
        this.rendering = rendering;
        this.clock = clock;
    }

    public void declare(ApiMethodTable v1) {
        v1.get("/user/calendar/shows.json/{apikey}/{username}/{date?}/{days?}", OPTIONAL, ONE_USER, this::shows);
    }

    // GET user/calendar/shows

    private Response shows(Call<NoBody> call) {
        DateRange days = V1DateRange.of(call, clock.instant());
        List<Airing> airings = users.view(call, ProfileSection.COLLECTION, ProfileSection.WATCHLIST)
                .map(profile -> calendar.of(profile, days))
                .orElse(List.of());
        return rendering.responseForUser(call, airings);
    }
}
