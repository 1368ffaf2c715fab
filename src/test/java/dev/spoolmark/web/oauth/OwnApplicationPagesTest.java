package dev.spoolmark.web.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.core.Secret;
import dev.spoolmark.oauth.OAuthApplication;
import dev.spoolmark.oauth.OAuthException;
import dev.spoolmark.oauth.RegisteredApplication;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages of applications that users register.
class OwnApplicationPagesTest extends OAuthPagesFixture {

    private static final String PATH = "/settings/applications";
    private static final String NEW = PATH + "/new";

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void thePagesAreWellFormed(String language) {
        String address = address(register("Tool", ann));
        signIn("ann");

        visitor.in(language).get(NEW).isWellFormed();
        visitor.get(address).isWellFormed();
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.text()).contains("Tool");
    }

    @Test
    void aNewApplicationShowsItsSecretOnce() {
        signIn("ann");
        visitor.get(NEW)
                .submit(
                        "Register",
                        "name",
                        "Tool",
                        "redirects",
                        "https://tool.example/cb\r\nurn:ietf:wg:oauth:2.0:oob\r\n")
                .isWellFormed();

        OAuthApplication added = oauth.applications().ownedBy(ann.id()).getFirst();
        String secret = visitor.page().expectFirst("#client-secret").text();
        assertThat(visitor.page().expectFirst("#client-id").text()).isEqualTo(added.clientId());
        assertThat(added.redirectUris())
                .containsExactlyInAnyOrder("https://tool.example/cb", "urn:ietf:wg:oauth:2.0:oob");
        assertThat(authenticates(added, secret)).isTrue();
        assertThat(visitor.get(PATH).page().html()).contains(added.clientId()).doesNotContain(secret);
        assertThat(visitor.get(address(added)).page().html()).contains("/pin/").doesNotContain(secret);
    }

    @Test
    void aPublicApplicationHasNoSecret() {
        signIn("ann");
        visitor.get(NEW).submit("Register", "name", "Page", "type", "public");

        assertThat(visitor.page().select("#client-secret")).isEmpty();
        visitor.get(address(oauth.applications().ownedBy(ann.id()).getFirst())).isWellFormed();
        assertThat(visitor.text()).contains("uses PKCE").doesNotContain("Make a new secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name||name|This field is required.",
                "name|a\u0007b|name|This name cannot be used.",
                "type|other|type|Choose one of the options.",
                "redirects|javascript:alert(1)|redirects|Not allowed as a redirect address: javascript:alert(1)",
                "redirects|https://a.example/#x|redirects|Not allowed as a redirect address: https://a.example/#x"
            })
    void wrongValuesAreExplainedAndKept(String field, String value, String wrong, String error) {
        signIn("ann");
        visitor.get(NEW).submit("Register", "name", "Tool", "redirects", "https://tool.example/cb");
        visitor.get(NEW).submit("Register", "name", "Kept", field, value == null ? "" : value);

        assertThat(visitor.isWellFormed().status()).isEqualTo(422);
        assertThat(visitor.errorOf(wrong)).isEqualTo(error);
        if (!field.equals("name")) {
            assertThat(visitor.page().expectFirst("#name").val()).isEqualTo("Kept");
        }
        assertThat(oauth.applications().ownedBy(ann.id())).hasSize(1);
    }

    @Test
    void limitsAreExplained() {
        signIn("ann");
        visitor.get(NEW).submit("Register", "name", "x".repeat(101));
        assertThat(visitor.errorOf("name")).isEqualTo("At most 100 characters.");
        StringBuilder many = new StringBuilder();
        for (int n = 0; n < 21; n++) {
            many.append("https://tool.example/").append(n).append('\n');
        }
        visitor.get(NEW).submit("Register", "name", "Tool", "redirects", many.toString());
        assertThat(visitor.errorOf("redirects")).isEqualTo("At most 20 addresses.");

        for (int n = 0; n < 50; n++) {
            register("App " + n, ann);
        }
        visitor.get(NEW).submit("Register", "name", "Tool");
        assertThat(visitor.errorOf("name")).contains("You have 50 already");
    }

    @Test
    void redirectAddressesAreReplaced() {
        OAuthApplication tool = register("Tool", ann);
        signIn("ann");
        visitor.get(address(tool)).submit("Save", "redirects", "https://other.example/");
        assertThat(visitor.text()).contains("The redirect addresses are saved.");
        assertThat(visitor.page().expectFirst("#redirects").text()).isEqualTo("https://other.example/");

        visitor.submit("Save", "redirects", "https://other.example/\nnothing");

        assertThat(visitor.isWellFormed().status()).isEqualTo(422);
        assertThat(visitor.errorOf("redirects")).contains("nothing");
        assertThat(oauth.applications().find(tool.clientId()).orElseThrow().redirectUris())
                .containsExactly("https://other.example/");
    }

    @Test
    void aNewSecretReplacesTheFormerOne() {
        RegisteredApplication tool = registered("Tool", ann);
        signIn("ann");
        visitor.get(address(tool.application())).submit("Make a new secret").isWellFormed();
        String secret = visitor.page().expectFirst("#client-secret").text();

        assertThat(authenticates(tool.application(), secret)).isTrue();
        assertThat(tool.clientSecret()).isNotNull();
        assertThat(authenticates(
                        tool.application(),
                        Objects.requireNonNull(tool.clientSecret()).revealText()))
                .isFalse();
    }

    @Test
    void anApplicationIsDeleted() {
        OAuthApplication tool = register("Tool", ann);
        signIn("ann");
        visitor.get(address(tool)).submit("Delete application");

        assertThat(visitor.text()).contains("The application was deleted.").doesNotContain("Tool");
        assertThat(visitor.get(address(tool)).status()).isEqualTo(404);
    }

    @Test
    void theApplicationOfAnotherUserIsUnknown() {
        String address = address(register("Tool", ann));
        signIn("bob");
        visitor.get("/about");
        String csrf = visitor.page().expectFirst("input[name=_csrf]").val();

        String unknown = visitor.get(PATH + "/own/987654").text();
        for (String action : new String[] {"", "/redirects", "/secret", "/delete"}) {
            if (!action.isEmpty()) {
                visitor.post(address + action, Map.of("_csrf", csrf));
            } else {
                visitor.get(address);
            }
            assertThat(visitor.status()).isEqualTo(404);
            assertThat(visitor.text()).isEqualTo(unknown);
        }
        assertThat(oauth.applications().ownedBy(ann.id())).hasSize(1);
    }

    @Test
    void thePasswordIsConfirmedBeforeTheFormIsShown() {
        String address = address(register("Tool", ann));
        signIn("ann");
        clock.pass(Duration.ofMinutes(6));
        for (String page : new String[] {NEW, address}) {
            assertThat(visitor.get(page).path()).startsWith("/confirm?next=%2Fsettings%2Fapplications%2F");
        }
        visitor.submit("Continue", "_password", PASSWORD);

        assertThat(visitor.path()).isEqualTo(address);
        clock.pass(Duration.ofMinutes(6));
        visitor.submit("Delete application");
        assertThat(visitor.page().select("#_password")).hasSize(1);
        assertThat(oauth.applications().ownedBy(ann.id())).hasSize(1);
    }

    private OAuthApplication register(String name, Account owner) {
        return registered(name, owner).application();
    }

    private RegisteredApplication registered(String name, Account owner) {
        return oauth.applications().register(name, List.of(), true, owner.id(), Actor.OPERATOR);
    }

    private static String address(OAuthApplication application) {
        return OwnApplicationPages.address(application);
    }

    private boolean authenticates(OAuthApplication application, String secret) {
        try {
            oauth.applications()
                    .authenticate(application.clientId(), Secret.ofText(secret), InetAddress.getLoopbackAddress());
            return true;
        } catch (OAuthException wrong) {
            return false;
        }
    }
}
