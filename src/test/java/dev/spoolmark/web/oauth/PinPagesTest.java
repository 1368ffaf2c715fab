package dev.spoolmark.web.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.core.Secret;
import dev.spoolmark.oauth.RedirectUris;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Codes that users type by hand.
class PinPagesTest extends OAuthPagesFixture {

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void thePinIsShownAndConnectsTheApplication(String language) {
        String pin = openPin();
        visitor.in(language).get("/oauth/authorize/" + pin).isWellFormed();

        assertThat(visitor.text()).contains("Player");
        oauth.codes()
                .exchange(
                        client(), Secret.ofText(pin), RedirectUris.OUT_OF_BAND, null, InetAddress.getLoopbackAddress());
        assertThat(oauth.tokens().connected(ann)).hasSize(1);
        assertThat(visitor.get("/oauth/authorize/" + pin).isWellFormed().status())
                .isEqualTo(404);
    }

    private String openPin() {
        signIn("ann");
        visitor.get(authorize(id, RedirectUris.OUT_OF_BAND)).submit("Approve");
        String pin = visitor.page().expectFirst("#pin").text();
        assertThat(pin).matches("[0-9A-F]{8}");
        assertThat(visitor.path()).isEqualTo("/oauth/authorize/" + pin);
        return pin;
    }

    @Test
    void thePinOfAnotherUserIsNotShown() {
        String pin = openPin();
        visitor.submit("Sign out");
        visitor.get("/oauth/authorize/" + pin);
        assertThat(visitor.path()).startsWith("/signin?next=");

        visitor.submit("Sign in", "name", "bob", "password", PASSWORD);

        assertThat(visitor.status()).isEqualTo(404);
        String text = visitor.text();
        assertThat(visitor.get("/oauth/authorize/00000000").text()).isEqualTo(text);
        assertThat(visitor.get("/oauth/authorize/%3Cb%3E").text()).isEqualTo(text);
    }

    @Test
    void aDenialIsShown() {
        signIn("ann");
        visitor.get(authorize(id, RedirectUris.OUT_OF_BAND)).submit("Deny");

        assertThat(visitor.text()).contains("The application was not connected.");
    }

    @Test
    void theShortPathShowsTheSamePage() {
        signIn("ann");
        long number =
                Objects.requireNonNull(player.application().application().id()).value();

        for (String name : new String[] {Long.toString(number), id}) {
            visitor.get("/pin/" + name);
            assertThat(visitor.text()).contains("Connect Player?", "a PIN on the next page");
        }
    }

    @Test
    void anUnknownApplicationNumberIsExplained() {
        for (String name : new String[] {"999999", "0", "9".repeat(30), "x"}) {
            assertThat(visitor.get("/pin/" + name).isWellFormed().status()).isBetween(400, 404);
        }
        assertThat(visitor.get("/pin/999999").text()).contains("No application has this number");
    }

    @Test
    void anApplicationWithoutOutOfBandUriHasNoPin() {
        String other = oauth.applications()
                .register("Web", List.of(CALLBACK), true, null, Actor.OPERATOR)
                .application()
                .clientId();
        signIn("ann");

        assertThat(visitor.get("/pin/" + other).status()).isEqualTo(400);
    }
}
