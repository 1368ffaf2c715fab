package dev.spoolmark.web.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Permission;
import dev.spoolmark.core.Secret;
import dev.spoolmark.oauth.AccessGrant;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page that creates personal access tokens.
class PersonalTokenPagesTest extends OAuthPagesFixture {

    private static final String NEW = "/settings/applications/tokens/new";

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void thePageIsWellFormed(String language) {
        signIn("ann");
        visitor.in(language).get(NEW).isWellFormed();

        assertThat(visitor.status()).isEqualTo(200);
    }

    @Test
    void aTokenIsShownOnceAndPermitsWhatWasChosen() {
        signIn("ann");
        visitor.get(NEW).submit("Create token", "name", "backup").isWellFormed();
        String token = visitor.page().expectFirst("#token").text();
        AccessGrant access = oauth.tokens().find(Secret.ofText(token)).orElseThrow();

        assertThat(token).startsWith("spt_");
        assertThat(access.user().id()).isEqualTo(ann.id());
        assertThat(access.scopes()).containsExactly(Permission.READ);
        assertThat(visitor.get("/settings/applications").page().html())
                .contains("backup")
                .doesNotContain(token);
        clock.pass(Duration.ofDays(90));
        assertThat(oauth.tokens().find(Secret.ofText(token))).isEmpty();
    }

    @Test
    void aTokenCanLastUntilItIsRevoked() {
        signIn("ann");
        visitor.get(NEW).submit("Create token", "name", "backup", "lifetime", "unlimited", "scope", "scrobble");
        Secret token = Secret.ofText(visitor.page().expectFirst("#token").text());
        clock.pass(Duration.ofDays(3_650));

        assertThat(oauth.tokens().find(token).orElseThrow().scopes()).containsExactly(Permission.SCROBBLE);
    }

    @Test
    void wrongValuesAreExplainedAndKept() {
        signIn("ann");
        visitor.get(NEW).submit("Create token", "name", " ", "lifetime", "year");
        assertThat(visitor.isWellFormed().status()).isEqualTo(422);
        assertThat(visitor.errorOf("name")).isEqualTo("This field is required.");
        assertThat(visitor.page().expectFirst("option[selected]").attr("value")).isEqualTo("year");

        visitor.get(NEW).submit("Create token", "name", "x".repeat(101), "lifetime", "century");
        assertThat(visitor.errorOf("name")).isEqualTo("At most 100 characters.");
        assertThat(visitor.errorOf("lifetime")).isEqualTo("Choose one of the options.");

        for (String scope : new String[] {"account_create", "admin", ""}) {
            visitor.get(NEW).submit("Create token", "name", "backup", "scope", scope);
            assertThat(visitor.isWellFormed().status()).isEqualTo(422);
            assertThat(visitor.errorOf("scope")).isEqualTo("Choose at least one.");
        }
        assertThat(oauth.personalTokens().of(ann)).isEmpty();
    }

    @Test
    void thePasswordIsConfirmedFirst() {
        signIn("ann");
        clock.pass(Duration.ofMinutes(6));
        visitor.get(NEW);
        assertThat(visitor.path()).startsWith("/confirm?next=");

        visitor.submit("Continue", "_password", PASSWORD);

        assertThat(visitor.path()).isEqualTo(NEW);
    }

    @Test
    void aVisitorSignsInFirst() {
        assertThat(visitor.get(NEW).path()).startsWith("/signin?next=");
    }
}
