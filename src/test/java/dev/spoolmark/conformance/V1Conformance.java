package dev.spoolmark.conformance;

import dev.spoolmark.UserRows;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.db.Database;
import dev.spoolmark.http.ApiMethod;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// The fixture of all conformance tests: a server, its users, and a client of v1.
public abstract class V1Conformance {

    public final TestClock clock = new TestClock();
    public TestUsers users;
    public V1Client v1;
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start(clock);
        users = new TestUsers(server.features());
        v1 = new V1Client(server.port());
    }

    /// Stores data of a user directly in the database of the server.
    public UserRows rowsOf(TestUser person) {
        return new UserRows(server.database(), person.account());
    }

    /// The database of the server, for states that no method can create.
    public Database database() {
        return server.database();
    }

    /// The method table of the server.
    protected List<ApiMethod<?>> table() {
        return server.methods();
    }

    @AfterEach
    void stop() {
        server.close();
    }
}
