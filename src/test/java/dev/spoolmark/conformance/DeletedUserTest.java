package dev.spoolmark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.audit.Actor;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What API v1 shows of a deleted user: nothing, before and after the data are erased.
class DeletedUserTest extends V1Conformance {

    private void comment(TestUser person, String text) {
        v1.post("comment/movie")
                .as(person)
                .with("\"tmdb_id\": 272, \"comment\": \"" + text + "\"")
                .ok();
        clock.forward(Duration.ofSeconds(1));
    }

    private void delete(TestUser person) {
        users.features().accounts().administration().delete(person.account().id(), Actor.OPERATOR);
    }

    private void erase() {
        clock.forward(Duration.ofMinutes(2));
        users.features().accountErasure().run();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theNameAndTheCommentsAreGone(boolean isErased) {
        comment(users.ann(), "from ann");
        comment(users.cem(), "from cem");
        delete(users.ann());
        if (isErased) {
            erase();
        }

        v1.get("user/profile", "/ann").send().fails(404, "user not found");
        v1.get("user/ratings/movies", "/ann").send().fails(404, "user not found");
        V1Response comments = v1.get("movie/comments", "/272").send();
        comments.ok().isArray().hasSize(1);
        comments.ok().node("[0].user.username").isEqualTo("cem");
        assertThat(comments.text()).doesNotContain("from ann", "\"ann\"", "deleted-");
        assertThat(v1.get("search/users", "/ann").send().text()).doesNotContain("\"ann\"");
    }

    @Test
    void theirPasswordIsWrongLikeThatOfAnyoneUnknown() {
        delete(users.ann());

        v1.post("account/test").as(users.ann()).with("").fails(401, "failed authentication");
    }

    @Test
    void anotherUserCanTakeTheNameAndGetsNoneOfTheData() {
        comment(users.ann(), "from ann");
        delete(users.ann());
        erase();
        users.features()
                .accounts()
                .create(new dev.spoolmark.account.NewAccount(
                        "ann",
                        null,
                        dev.spoolmark.core.Secret.sha1Of("tr4vel-by-Night-train"),
                        false,
                        dev.spoolmark.account.CreationOrigin.OPERATOR));

        v1.get("user/profile", "/ann").send().ok().node("username").isEqualTo("ann");
        v1.get("movie/comments", "/272").send().ok().isArray().isEmpty();
    }
}
