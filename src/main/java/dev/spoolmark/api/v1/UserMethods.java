package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.PERSON;

import dev.spoolmark.activity.LastActivities;
import dev.spoolmark.activity.Stamps;
import dev.spoolmark.history.DuePlays;
import dev.spoolmark.social.Sight;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;

/// `user/lastactivity`: when anything of one person last changed.
final class UserMethods {

    private final V1People people;
    private final LastActivities lastActivities;
    private final DuePlays due;

    UserMethods(V1People people, LastActivities lastActivities, DuePlays due) {
        this.people = people;
        this.lastActivities = lastActivities;
        this.due = due;
    }

    void declare(Methods v1) {
        v1.get("/user/lastactivity.json/{apikey}/{username}", OPTIONAL, PERSON, this::lastActivity);
    }

    // GET user/lastactivity

    private Reply lastActivity(Call<NoBody> call) {
        return V1Words.ok(V1Stamps.of(people.look(call).map(this::settled).orElse(Stamps.NONE)));
    }

    /// A check-in whose time ran out moves stamps, too.
    private Stamps settled(Sight sight) {
        due.settle(sight.owner());
        return lastActivities.of(sight);
    }
}
