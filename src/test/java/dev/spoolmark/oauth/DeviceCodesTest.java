package dev.spoolmark.oauth;

import static dev.spoolmark.oauth.OAuthFixture.CALLBACK;
import static dev.spoolmark.oauth.OAuthFixture.HERE;
import static dev.spoolmark.oauth.OAuthFixture.UNKNOWN;
import static dev.spoolmark.oauth.OAuthFixture.errorOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.core.Secret;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeviceCodesTest extends OAuthStoreTest {

    private Account ann;
    private RegisteredApplication player;
    private DeviceAuthorization device;

    @BeforeEach
    void begin() {
        ann = node.user("ann");
        player = node.confidential();
        device = node.oauth.devices().start(player.application().clientId(), HERE);
    }

    @Test
    void codesHaveTheFormThatClientsExpect() {
        assertThat(device.deviceCode().revealText()).matches("[0-9a-f]{64}");
        assertThat(device.userCode()).matches("[0-9A-F]{8}");
        assertThat(device.lifetime()).isEqualTo(Duration.ofMinutes(10));
        assertThat(device.interval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(count("oauth_device_code WHERE device_hash = '"
                        + device.deviceCode().revealText() + "'"))
                .isZero();
    }

    @Test
    void theUserApprovesAndTheDeviceGetsItsTokensOnce() {
        assertThat(poll()).isInstanceOf(DevicePoll.Pending.class);
        PendingDevice pending = find(device.userCode());
        assertThat(pending.application().application().name()).isEqualTo("Player");

        assertThat(node.oauth.devices().approve(pending, ann)).isTrue();

        assertThat(poll())
                .isInstanceOfSatisfying(
                        DevicePoll.Issued.class,
                        issued -> assertThat(node.isValid(issued.tokens())).isTrue());
        assertThat(poll()).isInstanceOf(DevicePoll.Used.class);
        assertThat(count("oauth_grant")).isOne();
    }

    @Test
    void caseBlanksAndDashesOfTheUserCodeAreIgnored() {
        String typed = " " + device.userCode().toLowerCase(Locale.ROOT).substring(0, 4) + "-"
                + device.userCode().substring(4) + " ";

        assertThat(find(typed).deviceHash()).isEqualTo(find(device.userCode()).deviceHash());
    }

    @Test
    void aDenialIsFinal() {
        PendingDevice pending = find(device.userCode());

        assertThat(node.oauth.devices().deny(pending, ann)).isTrue();

        assertThat(poll()).isInstanceOf(DevicePoll.Denied.class);
        assertThat(node.oauth.devices().approve(pending, ann)).isFalse();
        assertThat(node.oauth.devices().find(device.userCode(), ann, HERE)).isEmpty();
    }

    @Test
    void aCodeExpiresAfterTenMinutesInEveryState() {
        DeviceAuthorization approved =
                node.oauth.devices().start(player.application().clientId(), HERE);
        node.oauth.devices().approve(find(approved.userCode()), ann);
        PendingDevice pending = find(device.userCode());
        clock.pass(Duration.ofMinutes(10));

        assertThat(poll()).isInstanceOf(DevicePoll.Expired.class);
        assertThat(node.oauth.devices().poll(node.client(player), approved.deviceCode(), HERE))
                .isInstanceOf(DevicePoll.Expired.class);
        assertThat(node.oauth.devices().approve(pending, ann)).isFalse();
        assertThat(node.oauth.devices().find(device.userCode(), ann, HERE)).isEmpty();
        clock.pass(Duration.ofHours(1));
        node.oauth.maintenance().purgeExpired();
        assertThat(poll()).isInstanceOf(DevicePoll.Unknown.class);
    }

    @Test
    void onlyPollsWithinASecondAreTooFast() {
        assertThat(poll()).isInstanceOf(DevicePoll.Pending.class);
        clock.pass(Duration.ofMillis(999));
        assertThat(poll()).isInstanceOf(DevicePoll.TooFast.class);
        clock.pass(Duration.ofMillis(1));
        assertThat(poll()).isInstanceOf(DevicePoll.Pending.class);
    }

    @Test
    void aPollThatIsTooFastStillGetsADecision() {
        poll();
        node.oauth.devices().deny(find(device.userCode()), ann);

        assertThat(poll()).isInstanceOf(DevicePoll.Denied.class);
    }

    @Test
    void aDeviceCodeOfAnotherClientIsUnknown() {
        node.oauth.devices().approve(find(device.userCode()), ann);

        assertThat(node.oauth.devices().poll(node.client(node.confidential(CALLBACK)), device.deviceCode(), HERE))
                .isInstanceOf(DevicePoll.Unknown.class);
        assertThat(node.oauth.devices().poll(node.client(player), Secret.ofText(device.userCode()), HERE))
                .isInstanceOf(DevicePoll.Unknown.class);
    }

    @Test
    void anApprovalEndsWhenThePasswordChanges() {
        node.oauth.devices().approve(find(device.userCode()), ann);

        node.accounts.changePassword(ann, Secret.sha1Of("another-good-passphrase"));

        assertThat(poll()).isInstanceOf(DevicePoll.Denied.class);
    }

    @Test
    void anUnknownApplicationIsConnectedByItsDeviceAndKeepsItsSecret() {
        DeviceAuthorization unknown = node.oauth.devices().start(UNKNOWN, HERE);
        node.oauth.devices().approve(find(unknown.userCode()), ann);

        assertThat(node.oauth.devices().poll(node.unknownClient("first"), unknown.deviceCode(), HERE))
                .isInstanceOf(DevicePoll.Issued.class);
        assertThat(errorOf(() -> node.unknownClient("second"))).isEqualTo(OAuthError.INVALID_CLIENT);
    }

    @Test
    void tenThousandWrongUserCodesOfOneUserCountAsFiveGuesses() {
        int guesses = 0;
        for (int i = 0; i < 10_000; i++) {
            InetAddress from = InetAddress.ofLiteral("198.51." + i / 256 + "." + i % 256);
            guesses += guess(i, ann, from) ? 1 : 0;
        }

        assertThat(guesses).isEqualTo(5);
        assertThat(errorOf(() -> find(device.userCode()))).isEqualTo(OAuthError.SLOW_DOWN);
        clock.pass(Duration.ofMinutes(10));
        assertThat(guess(10_001, ann, HERE)).isTrue();
    }

    @Test
    void tenThousandWrongUserCodesInADayAreAtMostFiveInTenMinutes() {
        int guesses = 0;
        for (int i = 0; i < 10_000; i++) {
            clock.pass(Duration.ofMillis(8_640));
            guesses += guess(i, ann, HERE) ? 1 : 0;
        }

        assertThat(guesses).isBetween(600, 5 * 144 + 5);
    }

    @Test
    void allUsersOfANetworkHaveTwentyGuesses() {
        int guesses = 0;
        for (int user = 0; user < 8; user++) {
            Account one = node.user("user" + user);
            for (int i = 0; i < 10; i++) {
                guesses += guess(user * 10 + i, one, HERE) ? 1 : 0;
            }
        }

        assertThat(guesses).isEqualTo(20);
    }

    @Test
    void correctCodesAreNotCountedAsGuesses() {
        for (int i = 0; i < 30; i++) {
            find(device.userCode());
        }
    }

    @Test
    void aNetworkGetsAtMost100CodesInTenMinutes() {
        String clientId = player.application().clientId();
        for (int i = 1; i < 100; i++) {
            node.oauth.devices().start(clientId, HERE);
        }

        assertThat(errorOf(() -> node.oauth.devices().start(clientId, HERE))).isEqualTo(OAuthError.SLOW_DOWN);
        assertThat(node.oauth.devices().start(clientId, InetAddress.ofLiteral("203.0.113.9")))
                .isNotNull();
    }

    @Test
    void anUnknownClientGetsNoCodeOnAnOpenServer() {
        OAuthFixture open = new OAuthFixture(database, clock, false);

        assertThat(errorOf(() -> open.oauth.devices().start(UNKNOWN, HERE))).isEqualTo(OAuthError.INVALID_CLIENT);
        assertThat(errorOf(() -> node.oauth.devices().start("not-a-key", HERE))).isEqualTo(OAuthError.INVALID_CLIENT);
    }

    /// @return whether the guess was checked
    private boolean guess(int number, Account user, InetAddress from) {
        try {
            assertThat(node.oauth.devices().find(String.format(Locale.ROOT, "%08X", number), user, from))
                    .isEmpty();
            return true;
        } catch (OAuthException limited) {
            assertThat(limited.error()).isEqualTo(OAuthError.SLOW_DOWN);
            return false;
        }
    }

    private PendingDevice find(String userCode) {
        return node.oauth.devices().find(userCode, ann, HERE).orElseThrow();
    }

    private DevicePoll poll() {
        return node.oauth.devices().poll(node.client(player), device.deviceCode(), HERE);
    }
}
