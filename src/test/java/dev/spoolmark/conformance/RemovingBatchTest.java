package dev.spoolmark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.TestServer;
import dev.spoolmark.db.CountingDatabase;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The unknown items of a batch of removals are looked up by a constant number of queries.
class RemovingBatchTest {

    private final CountingDatabase database = new CountingDatabase(TestDatabases.open(Engine.SQLITE));
    private final TestServer server = TestServer.startOver(database, new TestClock());
    private final TestUsers users = new TestUsers(server.features());
    private final V1Client v1 = new V1Client(server.port());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void unknownEpisodesAreLookedUpTogether() {
        unrate(0, 5);
        int before = database.reads();
        unrate(10, 5);
        int few = database.reads() - before;
        before = database.reads();
        unrate(1_000, 900);

        assertThat(database.reads() - before).isBetween(1, few + 4);
    }

    private void unrate(int first, int count) {
        String episodes = IntStream.range(first, first + count)
                .mapToObj(n -> "{\"tvdb_id\":" + (900_000 + n) + ",\"title\":\"Nobody\",\"year\":2001,\"season\":1,"
                        + "\"episode\":1,\"rating\":0}")
                .collect(Collectors.joining(","));
        v1.post("rate/episodes")
                .as(users.ann())
                .with("\"episodes\":[" + episodes + "]")
                .ok();
    }
}
