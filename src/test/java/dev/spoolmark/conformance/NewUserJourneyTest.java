package dev.spoolmark.conformance;

import dev.spoolmark.account.Permission;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.time.Duration;
import java.util.EnumSet;
import net.javacrumbs.jsonunit.assertj.JsonAssert.ConfigurableJsonAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A new user over HTTP, on both engines: finds a show by a misspelt name, adds it to a list, follows a protected
/// user, is approved, and sees the activity of that user.
@ParameterizedClass
@EnumSource(Engine.class)
class NewUserJourneyTest {

    private static final String PASSWORD = "f6889fc97e14b42dec11a8c183ea791c5465b658";

    @Parameter
    Engine engine;

    private final TestClock clock = new TestClock();
    private TestServer server;
    private TestUsers users;
    private V1Client v1;

    @BeforeEach
    void start() {
        server = TestServer.startOver(TestDatabases.open(engine), clock);
        users = new TestUsers(server.features());
        v1 = new V1Client(server.port());
        server.features().applications().add("an old client", EnumSet.allOf(Permission.class), V1Client.KEY);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aNewUserRegistersSearchesListsAndFollows() {
        v1.post("account/create")
                .with("\"username\": \"nina\", \"password\": \"" + PASSWORD + "\", \"email\": \"nina@example.org\"")
                .ok()
                .node("status")
                .isEqualTo("success");
        nina("account/test", "").node("message").isEqualTo("all good!");

        v1.get("search/shows", "?query=portlnadia")
                .send()
                .ok()
                .node("[0].title")
                .isEqualTo("Portlandia");
        nina("lists/add", "\"name\": \"To laugh\", \"privacy\": \"private\"")
                .node("slug")
                .isEqualTo("to-laugh");
        nina("lists/items/add", "\"slug\": \"to-laugh\", \"items\": [{\"type\": \"show\", \"tvdb_id\": 213221}]")
                .node("inserted")
                .isEqualTo(1);
        nina("user/list", "/nina/to-laugh", "").node("items[0].show.title").isEqualTo("Portlandia");

        bob("rate/movie", "\"tmdb_id\": 272, \"rating\": 9");
        clock.forward(Duration.ofMinutes(1));
        bob("show/scrobble", "\"tvdb_id\": 213221, \"season\": 1, \"episode\": 1, \"duration\": 30, \"progress\": 95");

        v1.get("search/users", "?query=bob").send().ok().node("[0].protected").isEqualTo(true);
        assertVisibleEntries(0);
        nina("network/follow", "\"user\": \"bob\"").node("pending").isEqualTo(true);
        assertVisibleEntries(0);
        bob("network/requests", "").inPath("$[*].username").isArray().contains("nina");

        bob("network/approve", "\"user\": \"nina\", \"follow_back\": true");
        assertVisibleEntries(2);
        nina("activity/friends", "", "").node("activity[0].action").isEqualTo("scrobble");
        nina("activity/friends", "", "").node("activity[1].movie.title").isEqualTo("Batman Begins");
        v1.get("activity/user", "/bob").send().ok().node("activity").isArray().isEmpty();
        v1.get("user/list", "/nina/to-laugh").basic(users.bob()).send().fails(200, "list not found");
    }

    /// Asserts the number of activity entries of bob that nina sees as a follower and as a friend.
    private void assertVisibleEntries(int entries) {
        nina("activity/user", "/bob", "").node("activity").isArray().hasSize(entries);
        nina("activity/friends", "", "").node("activity").isArray().hasSize(entries);
    }

    private ConfigurableJsonAssert bob(String method, String members) {
        return v1.post(method).as(users.bob()).with(members).ok();
    }

    private ConfigurableJsonAssert nina(String method, String members) {
        return nina("/" + method + "/{key}", "", members, "POST");
    }

    private ConfigurableJsonAssert nina(String method, String parameters, String members) {
        return nina("/" + method + ".json/{key}", parameters, members, "POST");
    }

    private ConfigurableJsonAssert nina(String path, String parameters, String members, String httpMethod) {
        String credentials = "\"username\": \"nina\", \"password\": \"" + PASSWORD + "\"";
        return v1.send(httpMethod, path + parameters)
                .raw("{" + credentials + (members.isEmpty() ? "" : ", " + members) + "}")
                .ok();
    }
}
