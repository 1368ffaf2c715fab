package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.PERSON;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.history.Play;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.Plays;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// `user/watched/*`: the last plays of one person, as of 2011. What was marked as seen elsewhere is not among them.
final class UserWatchedMethods {

    private static final int MOST = 100;
    private static final Set<PlayAction> HERE = EnumSet.of(PlayAction.SCROBBLE, PlayAction.CHECKIN);

    private final V1People people;
    private final Plays plays;
    private final V1Plays told;

    UserWatchedMethods(V1People people, Plays plays, V1Plays told) {
        this.people = people;
        this.plays = plays;
        this.told = told;
    }

    void declare(Methods v1) {
        v1.get(
                "/user/watched.json/{apikey}/{username}",
                OPTIONAL,
                PERSON,
                call -> recent(call, EnumSet.of(Kind.MOVIE, Kind.EPISODE)));
        v1.get(
                "/user/watched/episodes.json/{apikey}/{username}",
                OPTIONAL,
                PERSON,
                call -> recent(call, EnumSet.of(Kind.EPISODE)));
        v1.get(
                "/user/watched/movies.json/{apikey}/{username}",
                OPTIONAL,
                PERSON,
                call -> recent(call, EnumSet.of(Kind.MOVIE)));
    }

    private Reply recent(Call<NoBody> call, Set<Kind> kinds) {
        List<Play> recent = people.look(call)
                .map(sight -> plays.recent(sight, kinds, HERE, MOST))
                .orElse(List.of());
        return V1Words.ok(told.of(recent, call.caller(), new V1Links(call.base())));
    }
}
