package dev.spoolmark.web.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.oauth.DeviceAuthorization;
import dev.spoolmark.oauth.DevicePoll;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages where a user enters the code of a device.
class ActivatePagesTest extends OAuthPagesFixture {

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void thePagesAreWellFormed(String language) {
        signIn("ann");
        visitor.in(language).get("/activate").isWellFormed();
        visitor.get("/activate/" + startDevice().userCode()).isWellFormed();

        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.text()).contains("Player", "ann");
    }

    @Test
    void aUserSignsInEntersTheCodeAndApproves() {
        DeviceAuthorization device = startDevice();
        String code = device.userCode().toLowerCase(Locale.ROOT);
        visitor.get("/activate");
        assertThat(visitor.path()).isEqualTo("/signin?next=%2Factivate");

        visitor.submit("Sign in", "name", "ann", "password", PASSWORD)
                .submit("Continue", "code", " " + code.substring(0, 4) + "-" + code.substring(4));
        assertThat(visitor.text()).contains("Connect Player?", "Only continue if you started this on your own device");
        assertThat(poll(device)).isInstanceOf(DevicePoll.Pending.class);
        visitor.submit("Approve");

        assertThat(visitor.text()).contains("The device is connected.");
        assertThat(poll(device)).isInstanceOf(DevicePoll.Issued.class);
        assertThat(oauth.tokens().connected(ann)).hasSize(1);
    }

    @Test
    void aUserDenies() {
        DeviceAuthorization device = startDevice();
        signIn("ann");
        visitor.get("/activate/" + device.userCode()).submit("Deny");

        assertThat(visitor.text()).contains("The device was not connected.");
        assertThat(poll(device)).isInstanceOf(DevicePoll.Denied.class);
    }

    @Test
    void anAddressWithACodeSurvivesSigningIn() {
        visitor.get("/activate/" + startDevice().userCode());
        visitor.submit("Sign in", "name", "ann", "password", PASSWORD);

        assertThat(visitor.text()).contains("Connect Player?");
    }

    @Test
    void wrongCodesAreExplainedAndKeptInTheField() {
        signIn("ann");
        visitor.get("/activate").submit("Continue", "code", "no-such");
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.errorOf("code")).contains("No device waits with this code.");
        assertThat(visitor.page().expectFirst("#code").val()).isEqualTo("no-such");

        visitor.get("/activate").submit("Continue", "code", "");
        assertThat(visitor.errorOf("code")).isEqualTo("This field is required.");
        visitor.get("/activate").submit("Continue", "code", "1".repeat(41));
        assertThat(visitor.errorOf("code")).isEqualTo("At most 40 characters.");
        visitor.get("/activate/" + "1".repeat(41));
        assertThat(visitor.status()).isEqualTo(422);
    }

    @Test
    void aCodeIsDecidedOnceAndExpires() {
        DeviceAuthorization decided = startDevice();
        DeviceAuthorization late = startDevice();
        signIn("ann");
        visitor.get("/activate/" + decided.userCode()).submit("Approve");
        assertThat(visitor.get("/activate/" + decided.userCode()).status()).isEqualTo(422);

        visitor.get("/activate/" + late.userCode());
        clock.pass(Duration.ofMinutes(10));
        visitor.submit("Approve");

        assertThat(visitor.errorOf("code")).contains("No device waits with this code.");
    }

    @Test
    void afterFiveWrongCodesAllCodesAreThrottled() {
        String code = startDevice().userCode();
        signIn("ann");
        for (int n = 0; n < 5; n++) {
            visitor.get("/activate/0000000" + n);
            assertThat(visitor.status()).isEqualTo(422);
        }

        visitor.get("/activate/" + code).isWellFormed();
        assertThat(visitor.status()).isEqualTo(429);
        assertThat(visitor.header("Retry-After")).contains("600");
        assertThat(visitor.errorOf("code")).isEqualTo("Too many wrong codes. Try again in 10 minutes.");
    }

    @Test
    void aDecisionNeedsTheTokenOfTheSession() {
        DeviceAuthorization device = startDevice();
        signIn("ann");
        visitor.post("/activate/" + device.userCode(), Map.of("decision", "approve", "_csrf", "stale"));

        assertThat(visitor.status()).isEqualTo(403);
        assertThat(poll(device)).isInstanceOf(DevicePoll.Pending.class);
    }

    @Test
    void aDecisionIsApproveOrDeny() {
        DeviceAuthorization device = startDevice();
        signIn("ann");
        visitor.get("/activate/" + device.userCode());
        String csrf = visitor.page().expectFirst("main input[name=_csrf]").val();
        visitor.post("/activate/" + device.userCode(), Map.of("decision", "both", "_csrf", csrf));

        assertThat(visitor.status()).isEqualTo(400);
        assertThat(poll(device)).isInstanceOf(DevicePoll.Pending.class);
    }

    private DevicePoll poll(DeviceAuthorization device) {
        return oauth.devices().poll(client(), device.deviceCode(), InetAddress.getLoopbackAddress());
    }
}
