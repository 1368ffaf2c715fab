package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.MANY;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.history.Play;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.history.Plays;
import dev.spoolmark.social.Follows;
import dev.spoolmark.social.Relation;
import dev.spoolmark.social.Sight;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// `user/friends`: the friends of one person, with what each watches now and watched lately (`deprecated.md`). Of a
/// friend who hides from the caller there is a name and nothing else.
final class UserFriendsMethods {

    private static final int RECENT = 10;

    private final V1People people;
    private final Follows follows;
    private final V1Faces faces;
    private final UserWatchingMethods watching;
    private final Plays plays;
    private final V1Plays told;

    UserFriendsMethods(
            V1People people, Follows follows, V1Faces faces, UserWatchingMethods watching, Plays plays, V1Plays told) {
        this.people = people;
        this.follows = follows;
        this.faces = faces;
        this.watching = watching;
        this.plays = plays;
        this.told = told;
    }

    void declare(Methods v1) {
        v1.get("/user/friends.json/{apikey}/{username}/{extended?}", OPTIONAL, MANY, this::friends);
    }

    private Reply friends(Call<NoBody> call) {
        List<Relation> friends = people.look(call).map(follows::friends).orElse(List.of());
        return V1Stream.array(friends, page -> {
            V1Faces.Page found =
                    faces.of(call, page.stream().map(Relation::person).toList());
            return page.stream()
                    .flatMap(friend -> found
                            .face(friend.person())
                            .map(face -> withDeeds(
                                    call,
                                    face,
                                    Optional.ofNullable(found.sights().get(friend.person()))))
                            .stream())
                    .toList();
        });
    }

    private V1Object withDeeds(Call<NoBody> call, V1Object face, Optional<Sight> sight) {
        V1Links links = new V1Links(call.base());
        face.put(
                        "watching",
                        sight.<Object>map(friend -> watching.of(friend, links)).orElse(List.of()))
                .put("watched", watched(call, sight, EnumSet.of(Kind.MOVIE, Kind.EPISODE), links));
        if (call.argument("extended").isPresent()) {
            face.put("watched_movies", watched(call, sight, EnumSet.of(Kind.MOVIE), links))
                    .put("watched_episodes", watched(call, sight, EnumSet.of(Kind.EPISODE), links));
        }
        return face;
    }

    private List<V1Object> watched(Call<NoBody> call, Optional<Sight> sight, EnumSet<Kind> kinds, V1Links links) {
        List<Play> recent = sight.map(friend -> plays.recent(friend, kinds, EnumSet.allOf(PlayAction.class), RECENT))
                .orElse(List.of());
        return told.of(recent, call.caller(), links);
    }
}
