package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPEN;
import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Access.SIGNED_IN;
import static dev.spoolmark.wire.Visibility.MANY;

import dev.spoolmark.account.UserId;
import dev.spoolmark.feed.Feed;
import dev.spoolmark.feed.Things;
import dev.spoolmark.social.Follows;
import dev.spoolmark.social.Gate;
import dev.spoolmark.social.Relation;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Method.Trait;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import java.util.ArrayList;
import java.util.List;

/// `activity/*`: what people did, of everybody, of friends, of one thing.
final class ActivityMethods {

    private final Feed feed;
    private final Gate gate;
    private final Follows follows;
    private final V1Things things;
    private final V1Activity activity;

    ActivityMethods(Feed feed, Gate gate, Follows follows, V1Things things, V1Activity activity) {
        this.feed = feed;
        this.gate = gate;
        this.follows = follows;
        this.things = things;
        this.activity = activity;
    }

    void declare(Methods v1) {
        v1.get(
                "/activity/community.json/{apikey}/{types?}/{actions?}/{start_ts?}/{end_ts?}",
                OPEN,
                MANY,
                this::community);
        v1.get(
                "/activity/episodes.json/{apikey}/{title}/{season}/{episode}/{actions?}/{start_ts?}/{end_ts?}",
                OPTIONAL,
                MANY,
                call -> about(call, things.episodes(call, Viewer.of(call.caller()))));
        v1.get(
                "/activity/friends.json/{apikey}/{types?}/{actions?}/{start_ts?}/{end_ts?}",
                SIGNED_IN,
                MANY,
                call -> of(call, friends(call)));
        v1.get(
                "/activity/movies.json/{apikey}/{title}/{actions?}/{start_ts?}/{end_ts?}",
                OPTIONAL,
                MANY,
                call -> about(call, things.movies(call, Viewer.of(call.caller()))));
        v1.get(
                "/activity/seasons.json/{apikey}/{title}/{season}/{actions?}/{start_ts?}/{end_ts?}",
                OPTIONAL,
                MANY,
                call -> about(call, things.seasons(call, Viewer.of(call.caller()))));
        v1.get(
                "/activity/shows.json/{apikey}/{title}/{actions?}/{start_ts?}/{end_ts?}",
                OPTIONAL,
                MANY,
                call -> about(call, things.shows(call, Viewer.of(call.caller()))));
        declareExtras(v1.with(Trait.EXTRA));
    }

    private void declareExtras(Methods v1) {
        v1.get(
                "/activity/friendsme.json/{apikey}/{types?}/{actions?}/{start_ts?}/{end_ts?}",
                SIGNED_IN,
                MANY,
                call -> of(call, friendsAndSelf(call)));
        v1.get(
                "/activity/following.json/{apikey}/{types?}/{actions?}/{start_ts?}/{end_ts?}",
                SIGNED_IN,
                MANY,
                call -> of(call, people(follows.following(gate.own(call.person())))));
        v1.get(
                "/activity/followers.json/{apikey}/{types?}/{actions?}/{start_ts?}/{end_ts?}",
                SIGNED_IN,
                MANY,
                call -> of(call, people(follows.followers(gate.own(call.person())))));
    }

    // GET activity/community

    private Reply community(Call<NoBody> call) {
        return activity.answer(call, feed.everybody(Viewer.STRANGER, V1Wanted.of(call)));
    }

    // GET activity/friends, friendsme, following, followers

    private Reply of(Call<NoBody> call, List<UserId> people) {
        return activity.answer(call, feed.of(people, Viewer.of(call.caller()), V1Wanted.of(call)));
    }

    private List<UserId> friends(Call<NoBody> call) {
        return people(follows.friends(gate.own(call.person())));
    }

    private List<UserId> friendsAndSelf(Call<NoBody> call) {
        List<UserId> people = new ArrayList<>(friends(call));
        people.add(call.user());
        return people;
    }

    private static List<UserId> people(List<Relation> relations) {
        return relations.stream().map(Relation::person).toList();
    }

    // GET activity/movies, shows, seasons, episodes

    private Reply about(Call<NoBody> call, Things wanted) {
        return activity.answer(call, feed.everybody(Viewer.of(call.caller()), V1Wanted.of(call, wanted)));
    }
}
