package dev.spoolmark.web.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// The consent page of a server where everybody can register, below a path.
class OpenRegistrationTest extends OAuthPagesFixture {

    @Override
    String[] settings() {
        return new String[] {"SPOOLMARK_REGISTRATION=open", "SPOOLMARK_PUBLIC_URL=http://localhost/tv"};
    }

    @Test
    void aVisitorIsSentToRegistrationFirst() {
        visitor.getOnce("/tv" + authorize(id, CALLBACK, "signup", "true", "state", "s"));

        assertThat(visitor.header("Location").orElse(""))
                .startsWith("/tv/register?next=%2Foauth%2Fauthorize%3F")
                .contains("state%3Ds")
                .doesNotContain("signup");
    }

    @Test
    void registrationResumesTheAuthorizationRequest() {
        visitor.get("/tv" + authorize(id, CALLBACK, "signup", "true", "state", "s"));
        visitor.submit("Create the account", "name", "b", "password", PASSWORD);
        assertThat(visitor.status()).isEqualTo(422);
        visitor.submit("Create the account", "name", "newcomer", "password", PASSWORD);

        assertThat(visitor.path()).startsWith("/tv/oauth/authorize?");
        assertThat(visitor.submit("Approve").header("Location").orElse("")).startsWith(CALLBACK + "?code=");
        assertThat(parameter("state")).isEqualTo("s");
    }

    @Test
    void theRequestSurvivesTheWayThroughTheSignInPage() {
        visitor.get("/tv" + authorize(id, CALLBACK));
        String register = visitor.page().expectFirst("a[href^='/tv/register']").attr("href");
        visitor.get(register).submit("Create the account", "name", "newcomer", "password", PASSWORD);

        assertThat(visitor.path()).startsWith("/tv/oauth/authorize?");
    }

    @Test
    void theWindowKeepsItsConnectionToTheApplicationThatOpenedIt() {
        visitor.getOnce("/tv" + authorize(id, CALLBACK));
        assertThat(visitor.header("Cross-Origin-Opener-Policy")).contains("unsafe-none");
        visitor.follow();
        assertThat(visitor.header("Cross-Origin-Opener-Policy")).contains("unsafe-none");
        visitor.submit("Sign in", "name", "ann", "password", PASSWORD);
        assertThat(visitor.path()).startsWith("/tv/oauth/authorize?");
        assertThat(visitor.header("Cross-Origin-Opener-Policy")).contains("unsafe-none");

        visitor.get("/tv/signin?next=%2Fsettings");
        assertThat(visitor.header("Cross-Origin-Opener-Policy")).contains("same-origin");
    }

    @Test
    void theWindowKeepsItsConnectionWhileItsUserRegisters() {
        visitor.get("/tv" + authorize(id, CALLBACK, "signup", "true"));
        assertThat(visitor.path()).startsWith("/tv/register?");
        assertThat(visitor.header("Cross-Origin-Opener-Policy")).contains("unsafe-none");
        visitor.submit("Create the account", "name", "b", "password", PASSWORD);
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.header("Cross-Origin-Opener-Policy")).contains("unsafe-none");
        Map<String, String> form = Map.of("name", "newcomer", "password", PASSWORD, "next", "/oauth/authorize?a=b");
        visitor.post("/tv/register", form);
        assertThat(visitor.header("Location")).contains("/tv/oauth/authorize?a=b");
        assertThat(visitor.header("Cross-Origin-Opener-Policy")).contains("unsafe-none");

        visitor.getOnce("/tv/register?next=%2Fsettings");
        assertThat(visitor.header("Location")).contains("/tv/settings");
        assertThat(visitor.header("Cross-Origin-Opener-Policy")).contains("same-origin");
    }

    @Test
    void registrationNeverLeadsToAnotherSite() {
        visitor.get("/tv/register?next=%2F%2Fevil.example%2F")
                .submit("Create the account", "name", "newcomer", "password", PASSWORD);

        assertThat(visitor.path()).isEqualTo("/tv/welcome");
    }

    @Test
    void anUnregisteredApplicationIsUnknown() {
        assertThat(visitor.get("/tv" + authorize(UNKNOWN, CALLBACK)).status()).isEqualTo(400);
    }

    @Test
    void allRedirectsStayBelowTheBasePath() {
        visitor.get("/tv" + authorize(id, CALLBACK));
        assertThat(visitor.path()).startsWith("/tv/signin?next=%2Foauth%2Fauthorize");

        visitor.submit("Sign in", "name", "ann", "password", PASSWORD);
        assertThat(visitor.path()).startsWith("/tv/oauth/authorize?");
        visitor.submit("Approve");

        assertThat(visitor.header("Location").orElse("")).startsWith(CALLBACK + "?code=");
        assertThat(parameter("iss")).isEqualTo("http://localhost/tv");

        visitor.get("/tv/activate/" + startDevice().userCode()).submit("Approve");
        assertThat(visitor.path()).startsWith("/tv/activate?notice=");
    }
}
