package dev.spoolmark.api.v1.media;

import static dev.spoolmark.http.AuthenticationRequirement.OPTIONAL;
import static dev.spoolmark.http.DataVisibility.PUBLIC;

import dev.spoolmark.api.v1.V1Calendar;
import dev.spoolmark.api.v1.V1DateRange;
import dev.spoolmark.calendar.Calendar;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.Response;
import java.time.InstantSource;

/// `calendar/*`: air dates of episodes, for all users.
public final class CalendarMethods {

    private final Calendar calendar;
    private final V1Calendar rendering;
    private final InstantSource clock;

    public CalendarMethods(Calendar calendar, V1Calendar rendering, InstantSource clock) {
        this.calendar = calendar;
        this.rendering = rendering;
        this.clock = clock;
    }

    public void declare(ApiMethodTable v1) {
        v1.get("/calendar/premieres.json/{apikey}/{date?}/{days?}", OPTIONAL, PUBLIC, this::premieres);
        v1.get("/calendar/shows.json/{apikey}/{date?}/{days?}", OPTIONAL, PUBLIC, this::shows);
    }

    // GET calendar/premieres

    private Response premieres(Call<NoBody> call) {
        return rendering.response(call, calendar.premieres(V1DateRange.of(call, clock.instant())));
    }

    // GET calendar/shows

    private Response shows(Call<NoBody> call) {
        return rendering.response(call, calendar.everything(V1DateRange.of(call, clock.instant())));
    }
}
