package dev.spoolmark.conformance.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.conformance.Specified;
import dev.spoolmark.conformance.V1Conformance;
import dev.spoolmark.conformance.V1Response;
import org.junit.jupiter.api.Test;

@Specified("v1 account/test")
class AccountTestTest extends V1Conformance {

    @Test
    void acceptsValidCredentials() {
        v1.post("account/test").as(users.ann()).send().is(200, "good");
        v1.post("account/test").basic(users.ann()).send().is(200, "good");
        v1.post("account/test")
                .raw("username=ANN&password=" + users.ann().sha1())
                .is(200, "good");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameHaveTheSameError() {
        v1.post("account/test").as(users.impostor()).send().fails(401, "failed authentication");
        v1.post("account/test")
                .raw("username=nobody&password=" + users.ann().sha1())
                .fails(401, "failed authentication");
        v1.post("account/test").raw("username=ann&password=plain").fails(401, "failed authentication");
        v1.post("account/test").send().fails(401, "failed authentication");
    }

    @Test
    void onlyWrongCredentialsInTheHeaderAreChallenged() {
        V1Response byHeader = v1.post("account/test").basic(users.impostor()).send();
        V1Response byBody = v1.post("account/test").as(users.impostor()).send();

        assertThat(byHeader.header("WWW-Authenticate")).isEqualTo("Basic realm=\"trakt\"");
        assertThat(byBody.header("WWW-Authenticate")).isEmpty();
    }

    @Test
    void credentialsInTheBodyPrecedeTheHeader() {
        v1.post("account/test").basic(users.impostor()).as(users.ann()).send().is(200, "good");
    }
}
