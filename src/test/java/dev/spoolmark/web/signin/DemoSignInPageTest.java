package dev.spoolmark.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.MutableClock;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.app.demo.DemoSignIn;
import dev.spoolmark.web.PageAccounts;
import dev.spoolmark.web.PageClient;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoSignInPageTest {

    private static final String PASSWORD = "correct horse battery";

    private static final DemoSignIn DEMO = new DemoSignIn(
            List.of(new DemoSignIn.User("ann", "Ann Archer", false), new DemoSignIn.User("bob", "Bob Baker", true)),
            PASSWORD);

    @Test
    void aDemoSignsInWithOneClick() {
        try (TestServer server = TestServer.startDemo(new MutableClock(), DEMO);
                PageClient visitor = new PageClient(server.port())) {
            PageAccounts.create(server, "ann", null, PASSWORD);
            PageAccounts.createAdministrator(server, "bob", PASSWORD);
            visitor.get("/signin").isWellFormed();
            assertThat(visitor.text()).contains("Sign in as Bob Baker (administrator)");

            visitor.submit("Sign in as Ann Archer");

            assertThat(visitor.path()).isEqualTo("/");
            assertThat(visitor.text()).contains("Signed in as ann.");
        }
    }

    @Test
    void otherServersOfferNoUsers() {
        try (TestServer server = TestServer.start(new MutableClock());
                PageClient visitor = new PageClient(server.port())) {
            PageAccounts.create(server, "ann", null, PASSWORD);

            assertThat(visitor.get("/signin").text()).doesNotContain("Demo");
        }
    }
}
