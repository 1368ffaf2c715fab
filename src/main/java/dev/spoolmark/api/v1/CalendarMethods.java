package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.NOBODY;

import dev.spoolmark.calendar.Calendar;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import java.time.InstantSource;

/// `calendar/*`: what airs when, for everybody.
final class CalendarMethods {

    private final Calendar calendar;
    private final V1Calendar told;
    private final InstantSource clock;

    CalendarMethods(Calendar calendar, V1Calendar told, InstantSource clock) {
        this.calendar = calendar;
        this.told = told;
        this.clock = clock;
    }

    void declare(Methods v1) {
        v1.get("/calendar/premieres.json/{apikey}/{date?}/{days?}", OPTIONAL, NOBODY, this::premieres);
        v1.get("/calendar/shows.json/{apikey}/{date?}/{days?}", OPTIONAL, NOBODY, this::shows);
    }

    // GET calendar/premieres

    private Reply premieres(Call<NoBody> call) {
        return told.answer(call, calendar.premieres(V1Window.of(call, clock.instant())));
    }

    // GET calendar/shows

    private Reply shows(Call<NoBody> call) {
        return told.answer(call, calendar.everything(V1Window.of(call, clock.instant())));
    }
}
