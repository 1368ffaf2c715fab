package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.PERSON;

import dev.spoolmark.account.Account;
import dev.spoolmark.feed.Feed;
import dev.spoolmark.feed.Wanted;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import java.util.List;

/// `activity/user` and what is below it: what one person did. Who may not be looked at has done nothing.
final class ActivityUserMethods {

    private final V1People people;
    private final Feed feed;
    private final V1Things things;
    private final V1Activity activity;

    ActivityUserMethods(V1People people, Feed feed, V1Things things, V1Activity activity) {
        this.people = people;
        this.feed = feed;
        this.things = things;
        this.activity = activity;
    }

    void declare(Methods v1) {
        v1.get(
                "/activity/user.json/{apikey}/{username}/{types?}/{actions?}/{start_ts?}/{end_ts?}",
                OPTIONAL,
                PERSON,
                call -> answer(call, V1Wanted.of(call)));
        v1.get(
                "/activity/user/episodes.json/{apikey}/{username}/{title}/{season}/{episode}/{actions?}/{start_ts?}/{end_ts?}",
                OPTIONAL,
                PERSON,
                call -> answer(call, V1Wanted.of(call, things.episodes(call, reader(call)))));
        v1.get(
                "/activity/user/movies.json/{apikey}/{username}/{title}/{actions?}/{start_ts?}/{end_ts?}",
                OPTIONAL,
                PERSON,
                call -> answer(call, V1Wanted.of(call, things.movies(call, reader(call)))));
        v1.get(
                "/activity/user/seasons.json/{apikey}/{username}/{title}/{season}/{actions?}/{start_ts?}/{end_ts?}",
                OPTIONAL,
                PERSON,
                call -> answer(call, V1Wanted.of(call, things.seasons(call, reader(call)))));
        v1.get(
                "/activity/user/shows.json/{apikey}/{username}/{title}/{actions?}/{start_ts?}/{end_ts?}",
                OPTIONAL,
                PERSON,
                call -> answer(call, V1Wanted.of(call, things.shows(call, reader(call)))));
    }

    /// Whoever may look at a person's stream may name what is in it.
    private Viewer reader(Call<NoBody> call) {
        return people.look(call).map(sight -> new Viewer(sight.owner())).orElse(Viewer.of(call.caller()));
    }

    private Reply answer(Call<NoBody> call, Wanted wanted) {
        Account person = people.named(call);
        return V1Words.ok(people.look(call, person)
                .map(sight -> activity.object(call, feed.of(sight, Viewer.of(call.caller()), wanted)))
                .orElseGet(() -> V1User.putProtected(activity.object(call, List.of()), person)));
    }
}
