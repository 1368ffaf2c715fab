package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.PERSON;

import dev.spoolmark.calendar.Airing;
import dev.spoolmark.calendar.Calendar;
import dev.spoolmark.calendar.Days;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import java.time.InstantSource;
import java.util.List;

/// `user/calendar/*`: what airs when, of one person's shows.
final class UserCalendarMethods {

    private final V1People people;
    private final Calendar calendar;
    private final V1Calendar told;
    private final InstantSource clock;

    UserCalendarMethods(V1People people, Calendar calendar, V1Calendar told, InstantSource clock) {
        this.people = people;
        this.calendar = calendar;
        this.told = told;
        this.clock = clock;
    }

    void declare(Methods v1) {
        v1.get("/user/calendar/shows.json/{apikey}/{username}/{date?}/{days?}", OPTIONAL, PERSON, this::shows);
    }

    // GET user/calendar/shows

    private Reply shows(Call<NoBody> call) {
        Days days = V1Window.of(call, clock.instant());
        List<Airing> airings =
                people.look(call).map(sight -> calendar.of(sight, days)).orElse(List.of());
        return told.answerOfPerson(call, airings);
    }
}
