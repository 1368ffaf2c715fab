package dev.spoolmark.conformance.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.apppassword.AppPasswordPermission;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.conformance.TestUser;
import dev.spoolmark.conformance.V1Conformance;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Requests of clients that sign in with an app password of limited permission.
class AppPasswordPermissionTest extends V1Conformance {

    private static final String MOVIE = "\"title\":\"Batman Begins\",\"year\":2005,\"imdb_id\":\"tt0372784\"";
    private static final String WATCHED =
            MOVIE + ",\"duration\":140,\"progress\":25,\"plugin_version\":\"1\",\"media_center_version\":\"1\","
                    + "\"media_center_date\":\"1\"";

    private TestUser full;
    private TestUser scrobbler;
    private TestUser reader;

    @BeforeEach
    void addAppPasswords() {
        full = withAppPassword(AppPasswordPermission.ALL);
        scrobbler = withAppPassword(AppPasswordPermission.SCROBBLE);
        reader = withAppPassword(AppPasswordPermission.READ);
    }

    @Test
    void accountTestAcceptsEveryAppPassword() {
        v1.post("account/test").as(full).send().is(200, "good");
        v1.post("account/test").as(scrobbler).send().is(200, "good");
        v1.post("account/test").basic(reader).send().is(200, "good");
    }

    @Test
    void theScrobblePermissionAllowsNeitherReadingNorOtherWrites() {
        v1.post("movie/watching").as(scrobbler).with(WATCHED).ok();

        v1.post("account/settings").as(scrobbler).send().fails(401, "invalid development API permission (read)");
        v1.post("rate/movie")
                .as(scrobbler)
                .with(MOVIE + ",\"rating\":\"love\"")
                .fails(401, "invalid development API permission (write)");
        v1.post("movie/seen")
                .as(scrobbler)
                .with("\"movies\":[{" + MOVIE + "}]")
                .fails(401, "invalid development API permission (write)");
    }

    @Test
    void theReadPermissionAllowsNoWrites() {
        v1.post("account/settings").as(reader).send().ok();

        v1.post("movie/watching").as(reader).with(WATCHED).fails(401, "invalid development API permission (scrobble)");
        v1.post("rate/movie")
                .as(reader)
                .with(MOVIE + ",\"rating\":\"love\"")
                .fails(401, "invalid development API permission (write)");
    }

    @Test
    void theFullPermissionAllowsReadsAndWrites() {
        v1.post("account/settings").as(full).send().ok();
        v1.post("rate/movie").as(full).with(MOVIE + ",\"rating\":\"love\"").ok();
    }

    @Test
    void withTheSecondFactorOnlyAppPasswordsWork() {
        v1.post("account/test").as(users.ann()).send().is(200, "good");
        database().write(tx -> tx.update("UPDATE account SET second_factor = TRUE"));
        clock.forward(Duration.ofSeconds(5));

        v1.post("account/test").as(users.ann()).send().fails(401, "failed authentication");
        v1.post("account/test").as(full).send().is(200, "good");
    }

    private TestUser withAppPassword(AppPasswordPermission permission) {
        TestUser ann = users.ann();
        String text = users.features()
                .accounts()
                .appPasswords()
                .add(ann.account(), permission.key(), permission, Actor.OPERATOR)
                .text();
        assertThat(text).hasSize(26);
        return new TestUser(ann.account(), text);
    }
}
