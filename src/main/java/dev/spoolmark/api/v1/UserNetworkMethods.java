package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.MANY;

import dev.spoolmark.social.Follows;
import dev.spoolmark.social.Relation;
import dev.spoolmark.social.Sight;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Methods;
import dev.spoolmark.wire.Reply;
import java.util.List;
import java.util.function.Function;

/// `user/network/*`: whom somebody follows, and who follows them. Whom it names is looked at once more, one by one.
final class UserNetworkMethods {

    private final V1People people;
    private final Follows follows;
    private final V1Faces faces;

    UserNetworkMethods(V1People people, Follows follows, V1Faces faces) {
        this.people = people;
        this.follows = follows;
        this.faces = faces;
    }

    void declare(Methods v1) {
        v1.get(
                "/user/network/followers.json/{apikey}/{username}",
                OPTIONAL,
                MANY,
                call -> answer(call, follows::followers));
        v1.get(
                "/user/network/following.json/{apikey}/{username}",
                OPTIONAL,
                MANY,
                call -> answer(call, follows::following));
        v1.get(
                "/user/network/friends.json/{apikey}/{username}",
                OPTIONAL,
                MANY,
                call -> answer(call, follows::friends));
    }

    private Reply answer(Call<NoBody> call, Function<Sight, List<Relation>> which) {
        return faces.relations(call, people.look(call).map(which).orElse(List.of()), "since");
    }
}
