package dev.spoolmark.conformance.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Permission;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Client;
import dev.spoolmark.conformance.V1Conformance;
import dev.spoolmark.conformance.V1Response;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Specified("v1 account/create")
class AccountCreateTest extends V1Conformance {

    private static final String PASSWORD = "dbc3c36f2fd2b4e1a3a1b0d3a8a3a7a0f3f0c1d2";
    private static final String OWN_KEY = "0123456789abcdef0123456789abcdef01234567";

    @BeforeEach
    void registerTheApplication() {
        users.features().applications().add("sign-up page", EnumSet.of(Permission.ACCOUNT_CREATE), OWN_KEY);
    }

    @Test
    void anApplicationWithPermissionCreatesAnAccount() {
        create("\"username\": \"gina\", \"password\": \"%s\", \"email\": \"gina@example.org\"".formatted(PASSWORD))
                .is(200, "created");

        v1.post("account/test").raw("username=gina&password=" + PASSWORD).ok();
    }

    @Test
    void aKeyWithoutPermissionIsRejectedOnAClosedServer() {
        v1.post("account/create")
                .with("\"username\": \"gina\", \"password\": \"%s\", \"email\": \"gina@example.org\""
                        .formatted(PASSWORD))
                .fails(401, "invalid development API permission (create account)");
    }

    @Test
    void reportsANameOrAddressInUse() {
        create("\"username\": \"Ann\", \"password\": \"%s\", \"email\": \"other@example.org\"".formatted(PASSWORD))
                .fails(200, "Ann is already a registered username");
        create("\"username\": \"gina\", \"password\": \"%s\", \"email\": \"ANN@example.org\"".formatted(PASSWORD))
                .fails(200, "ANN@example.org is already a registered e-mail");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"username\": \"g\", \"password\": \"PW\", \"email\": \"g@example.org\"', invalid username",
        "'\"username\": \"gina x\", \"password\": \"PW\", \"email\": \"g@example.org\"', invalid username",
        "'\"username\": \"gina\", \"password\": \"secret\", \"email\": \"g@example.org\"', invalid password",
        "'\"username\": \"gina\", \"password\": \"PW\", \"email\": \"nobody\"', invalid e-mail",
        "'\"username\": \"gina\", \"email\": \"g@example.org\"', missing required parameter (password)",
        "'\"username\": \"gina\", \"password\": \"PW\"', missing required parameter (email)",
        "'\"password\": \"PW\", \"email\": \"g@example.org\"', missing required parameter (username)"
    })
    void reportsTheInvalidParameter(String members, String error) {
        create(members.replace("PW", PASSWORD)).fails(200, error);
    }

    private V1Response create(String members) {
        return v1.send("POST", "/account/create/" + OWN_KEY)
                .as("account/create")
                .raw("{" + members + "}");
    }

    @Test
    void invalidRequestsDoNotCountAgainstTheLimitOfAnOpenServer() {
        try (TestServer open = TestServer.start(clock, "SPOOLMARK_REGISTRATION=open")) {
            String taken = member("ann", PASSWORD, "ann@example.org");
            assertThat(status(open, taken)).contains("created account");
            for (int time = 0; time < 5; time++) {
                assertThat(status(open, member("b c", PASSWORD, "b@example.org")))
                        .contains("invalid username");
                assertThat(status(open, member("bob", "secret", "b@example.org")))
                        .contains("invalid password");
                assertThat(status(open, taken)).contains("already a registered username");
            }
            assertThat(status(open, member("bob", PASSWORD, "bob@example.org"))).contains("created account");
            assertThat(status(open, member("cem", PASSWORD, "cem@example.org"))).contains("created account");
            assertThat(status(open, member("dora", PASSWORD, "dora@example.org")))
                    .contains("server is over capacity");
        }
    }

    private static String member(String name, String password, String email) {
        return "{\"username\":\"" + name + "\",\"password\":\"" + password + "\",\"email\":\"" + email + "\"}";
    }

    private static String status(TestServer server, String body) {
        return V1Client.to(server.port())
                .send("POST", "/account/create/" + OWN_KEY)
                .raw(body)
                .text();
    }
}
