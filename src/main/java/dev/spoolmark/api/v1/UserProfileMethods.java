package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.PERSON;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.Plays;
import dev.spoolmark.social.Sight;
import dev.spoolmark.stats.PersonCounts;
import dev.spoolmark.stats.PersonStats;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import java.util.EnumSet;
import java.util.List;

/// `user/profile`: who somebody is, what their deeds come to, and what they watched lately.
final class UserProfileMethods {

    private static final int RECENT = 10;

    private final V1People people;
    private final PersonStats stats;
    private final Plays plays;
    private final V1Plays told;
    private final UserWatchingMethods watching;

    UserProfileMethods(V1People people, PersonStats stats, Plays plays, V1Plays told, UserWatchingMethods watching) {
        this.people = people;
        this.stats = stats;
        this.plays = plays;
        this.told = told;
        this.watching = watching;
    }

    void declare(Methods v1) {
        v1.get("/user/profile.json/{apikey}/{username}", OPTIONAL, PERSON, this::profile);
    }

    // GET user/profile

    private Reply profile(Call<NoBody> call) {
        Account person = people.named(call);
        V1Links links = new V1Links(call.base());
        return V1Words.ok(people.look(call, person)
                .map(sight -> full(call, sight, links))
                .orElseGet(() -> hidden(person, links)));
    }

    /// Clients of the time find out from `status` and read the rest as that of anybody
    /// (`docs/spec-corrections.md#protected-users`).
    private static V1Object hidden(Account person, V1Links links) {
        return V1User.putProtected(V1User.reduced(person, links), person)
                .put("stats", V1PersonStats.of(PersonCounts.NONE))
                .put("watching", List.of())
                .put("watched", List.of());
    }

    private V1Object full(Call<NoBody> call, Sight sight, V1Links links) {
        return V1User.full(sight.account(), links)
                .put("stats", V1PersonStats.of(stats.of(sight)))
                .put("watching", watching.of(sight, links))
                .put(
                        "watched",
                        told.of(
                                plays.recent(
                                        sight,
                                        EnumSet.of(Kind.MOVIE, Kind.EPISODE),
                                        EnumSet.allOf(PlayAction.class),
                                        RECENT),
                                call.caller(),
                                links));
    }
}
