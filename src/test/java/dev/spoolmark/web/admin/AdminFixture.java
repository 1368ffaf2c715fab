package dev.spoolmark.web.admin;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.web.PageAccounts;
import dev.spoolmark.web.PageClient;
import java.util.HashMap;
import java.util.Map;

/// A server with an administrator who has signed in, and a user.
final class AdminFixture implements AutoCloseable {

    static final String PASSWORD = "correct horse battery";

    final MutableClock clock = new MutableClock();
    final TestServer server;
    final PageClient browser;
    final Account admin;
    final Account ann;

    AdminFixture(String... settings) {
        server = TestServer.start(clock, settings);
        admin = PageAccounts.createAdministrator(server, "boss", PASSWORD);
        ann = PageAccounts.create(server, "ann", "ann@example.org", PASSWORD);
        browser = signIn("boss");
    }

    /// Another browser in which this user has signed in.
    PageClient signIn(String name) {
        PageClient client = new PageClient(server.port());
        client.get("/signin").submit("Sign in", "name", name, "password", PASSWORD);
        return client;
    }

    /// Sends a form with the token of the session but without its page.
    PageClient post(String path, String... namesAndValues) {
        Map<String, String> values = new HashMap<>();
        values.put(
                "_csrf",
                browser.get("/").page().expectFirst("input[name=_csrf]").val());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return browser.post(path, values);
    }

    /// Enters the password again.
    void confirm() {
        browser.get("/confirm").submit("Continue", "_password", PASSWORD);
    }

    @Override
    public void close() {
        browser.close();
        server.close();
    }
}
