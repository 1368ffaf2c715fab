package dev.spoolmark.openid;

import static dev.spoolmark.openid.OpenIdFixture.failure;
import static dev.spoolmark.openid.SignInPurpose.CONFIRM;
import static dev.spoolmark.openid.SignInPurpose.CONFIRM_FORM;
import static dev.spoolmark.openid.SignInPurpose.LINK;
import static dev.spoolmark.openid.SignInPurpose.SIGN_IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.AuditEntry;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.openid.OpenIdException.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Requests, links and accounts. What is wrong with ID tokens is tested in [IdTokenTest].
@ParameterizedClass
@EnumSource(Engine.class)
class OpenIdSignInTest {

    @Parameter
    Engine engine;

    OpenIdFixture openId;

    @BeforeEach
    void open() {
        openId = new OpenIdFixture(TestDatabases.open(engine));
    }

    @AfterEach
    void close() {
        openId.close();
    }

    @Test
    void aLinkedUserSignsIn() {
        Account ann = openId.linked("ann");

        assertThat(openId.run(SIGN_IN, null))
                .isEqualTo(new VerifiedSignIn(SIGN_IN, openId.accounts.get("ann"), "/next"));
        assertThat(openId.signIn.identities().find(ann)).hasValueSatisfying(identity -> {
            assertThat(identity.label()).isEqualTo("ann.provider");
            assertThat(identity.linkedAt()).isEqualTo(openId.clock.instant());
        });
    }

    @Test
    void anUnknownSubjectIsNobodyAlsoWithTheNameOfAUser() {
        openId.account("ann");
        openId.provider.signsIn("subject-1", "ann", "Ann").claim("email", "ann@example.org");

        assertThat(openId.failure(SIGN_IN, null)).isEqualTo(Reason.UNKNOWN_USER);
        assertThat(openId.accounts.count()).isEqualTo(1);
    }

    @Test
    void anotherSubjectWithTheSameNamesIsAnotherUser() {
        openId.linked("ann");
        openId.provider.signsIn("subject-2", "ann.provider", "Ann Example");

        assertThat(openId.failure(SIGN_IN, null)).isEqualTo(Reason.UNKNOWN_USER);
    }

    @Test
    void aCallbackIsAcceptedOnce() {
        openId.linked("ann");
        SignInStart start = openId.start(SIGN_IN, null);
        Map<String, String> parameters = openId.authorize(start);
        openId.complete(parameters, start.browser(), null);

        assertThat(failure(() -> openId.complete(parameters, start.browser(), null)))
                .isEqualTo(Reason.EXPIRED);
    }

    @Test
    void aCodeIsAcceptedOnceByTheProvider() {
        openId.linked("ann");
        SignInStart first = openId.start(SIGN_IN, null);
        Map<String, String> used = openId.authorize(first);
        openId.complete(used, first.browser(), null);
        SignInStart second = openId.start(SIGN_IN, null);
        Map<String, String> mixed = new TreeMap<>(openId.authorize(second));
        mixed.put("code", used.get("code"));

        assertThat(failure(() -> openId.complete(mixed, second.browser(), null)))
                .isEqualTo(Reason.REJECTED);
    }

    @Test
    void theCodeOfAnotherRequestFailsForItsVerifier() {
        openId.linked("ann");
        SignInStart attacker = openId.start(SIGN_IN, null);
        SignInStart victim = openId.start(SIGN_IN, null);
        Map<String, String> mixed = new TreeMap<>(openId.authorize(victim));
        mixed.put("code", openId.authorize(attacker).get("code"));

        assertThat(failure(() -> openId.complete(mixed, victim.browser(), null)))
                .isEqualTo(Reason.REJECTED);
    }

    @Test
    void anotherBrowserCannotCompleteARequestNorSpendIt() {
        openId.linked("ann");
        SignInStart start = openId.start(SIGN_IN, null);
        SignInStart other = openId.start(SIGN_IN, null);
        Map<String, String> parameters = openId.authorize(start);

        assertThat(failure(() -> openId.complete(parameters, other.browser(), null)))
                .isEqualTo(Reason.EXPIRED);
        assertThat(failure(() -> openId.complete(parameters, Secret.ofText(""), null)))
                .isEqualTo(Reason.EXPIRED);
        assertThat(openId.complete(parameters, start.browser(), null).account().name())
                .isEqualTo("ann");
    }

    @Test
    void anUnknownOrMissingStateIsExpired() {
        SignInStart start = openId.start(SIGN_IN, null);
        Map<String, String> parameters = new TreeMap<>(openId.authorize(start));
        parameters.put("state", parameters.get("state") + "x");

        assertThat(failure(() -> openId.complete(parameters, start.browser(), null)))
                .isEqualTo(Reason.EXPIRED);
        parameters.remove("state");
        assertThat(failure(() -> openId.complete(parameters, start.browser(), null)))
                .isEqualTo(Reason.EXPIRED);
    }

    @Test
    void aRequestEndsAfterTenMinutes() {
        openId.linked("ann");
        SignInStart start = openId.start(SIGN_IN, null);
        openId.clock.pass(Duration.ofMinutes(10));

        assertThat(failure(() -> openId.complete(openId.authorize(start), start.browser(), null)))
                .isEqualTo(Reason.EXPIRED);
    }

    @Test
    void oneFormOfAUserIsStoredAtATime() {
        Account ann = openId.linked("ann");
        Account bob = openId.account("bob");
        SignInStart other = openId.start(CONFIRM_FORM, bob);
        SignInStart page = openId.start(CONFIRM, ann);
        SignInStart first = openId.start(CONFIRM_FORM, ann);
        SignInStart second = openId.start(CONFIRM_FORM, ann);

        assertThat(openId.database.<List<String>>read(tx -> tx.query(
                        "SELECT purpose FROM openid_request ORDER BY purpose, state_hash", row -> row.getString(1))))
                .containsExactly("confirm", "confirm_form", "confirm_form");
        assertThat(failure(() -> openId.complete(openId.authorize(first), first.browser(), ann)))
                .isEqualTo(Reason.EXPIRED);
        assertThat(openId.complete(openId.authorize(second), second.browser(), ann)
                        .account())
                .isEqualTo(ann);
        assertThat(openId.complete(openId.authorize(page), page.browser(), ann).account())
                .isEqualTo(ann);
        assertThat(failure(() -> openId.complete(openId.authorize(other), other.browser(), bob)))
                .isEqualTo(Reason.OTHER_USER);
    }

    @Test
    void aFailureStatesWhetherAFormIsLost() {
        Account ann = openId.linked("ann");
        for (SignInPurpose purpose : List.of(CONFIRM, CONFIRM_FORM)) {
            SignInStart start = openId.start(purpose, ann);
            openId.clock.pass(Duration.ofMinutes(10));

            assertThatThrownBy(() -> openId.complete(openId.authorize(start), start.browser(), ann))
                    .isInstanceOfSatisfying(OpenIdException.class, failed -> {
                        assertThat(failed.reason()).isEqualTo(Reason.EXPIRED);
                        assertThat(failed.isFormLost()).isEqualTo(purpose == CONFIRM_FORM);
                    });
        }
    }

    @Test
    void aResponseOfAnotherIssuerIsRejected() {
        openId.linked("ann");
        for (String issuer : List.of("https://evil.example", "")) {
            SignInStart start = openId.start(SIGN_IN, null);
            Map<String, String> parameters = new TreeMap<>(openId.authorize(start));
            parameters.put("iss", issuer);
            if (issuer.isEmpty()) {
                parameters.remove("iss");
            }

            assertThat(failure(() -> openId.complete(parameters, start.browser(), null)))
                    .isEqualTo(Reason.REJECTED);
        }
    }

    @Test
    void aDeclinedRequestSignsNobodyIn() {
        SignInStart start = openId.start(SIGN_IN, null);
        Map<String, String> parameters = new TreeMap<>(openId.authorize(start));
        parameters.put("error", "access_denied");

        assertThat(failure(() -> openId.complete(parameters, start.browser(), null)))
                .isEqualTo(Reason.DENIED);
    }

    @Test
    void anIdentityBelongsToOneAccount() {
        openId.linked("ann");
        Account bob = openId.account("bob");

        assertThat(openId.failure(LINK, bob)).isEqualTo(Reason.LINKED_ELSEWHERE);
        assertThat(openId.signIn.identities().find(bob)).isEmpty();
    }

    @Test
    void anAccountHasOneIdentity() {
        Account ann = openId.linked("ann");
        openId.provider.signsIn("subject-2", "other", "Other");

        assertThat(openId.failure(LINK, ann)).isEqualTo(Reason.LINKED_ELSEWHERE);
        assertThat(openId.failure(SIGN_IN, null)).isEqualTo(Reason.UNKNOWN_USER);
    }

    @Test
    void onlyTheUserWhoStartedALinkCompletesIt() {
        Account ann = openId.account("ann");
        Account bob = openId.account("bob");
        for (Account other : new Account[] {bob, null}) {
            SignInStart start = openId.start(LINK, ann);

            assertThat(failure(() -> openId.complete(openId.authorize(start), start.browser(), other)))
                    .isEqualTo(Reason.OTHER_USER);
        }
        assertThat(openId.signIn.identities().find(ann)).isEmpty();
    }

    @Test
    void afterUnlinkingTheIdentityIsUnknownAndFreeAgain() {
        Account ann = openId.linked("ann");

        assertThat(openId.signIn.identities().unlink(ann, Actor.web(OpenIdFixture.HOME)))
                .isTrue();
        assertThat(openId.signIn.identities().unlink(ann, Actor.web(OpenIdFixture.HOME)))
                .isFalse();
        assertThat(openId.failure(SIGN_IN, null)).isEqualTo(Reason.UNKNOWN_USER);
        openId.run(LINK, openId.account("bob"));
        assertThat(openId.run(SIGN_IN, null).account().name()).isEqualTo("bob");
    }

    @Test
    void aDisabledUserCannotSignIn() {
        Account ann = openId.linked("ann");
        openId.accounts.administration().disable(ann.id(), Actor.OPERATOR);

        assertThat(openId.failure(SIGN_IN, null)).isEqualTo(Reason.DISABLED);
    }

    @Test
    void confirmingNeedsTheLinkedIdentityAndARecentSignIn() {
        Account ann = openId.linked("ann");

        assertThat(openId.start(CONFIRM, ann).authorization().toString()).contains("&prompt=login&max_age=");
        assertThat(openId.run(CONFIRM, ann).account().id()).isEqualTo(ann.id());

        long old = openId.clock.instant().minus(Duration.ofMinutes(7)).getEpochSecond();
        openId.provider.claim("auth_time", old);
        assertThat(openId.failure(CONFIRM, ann)).isEqualTo(Reason.NOT_RECENT);
        openId.provider.withoutClaim("auth_time");
        assertThat(openId.failure(CONFIRM, ann)).isEqualTo(Reason.NOT_RECENT);

        openId.provider.signsIn("subject-2", "other", "Other");
        assertThat(openId.failure(CONFIRM, ann)).isEqualTo(Reason.OTHER_USER);
    }

    @Test
    void anUnknownUserGetsAnAccountIfTheOperatorWantsThat() {
        openId.account("root");
        openId.creating().provider.signsIn("subject-7", "Zoë Müller@example.org", "Zoë Müller");

        Account created = openId.run(SIGN_IN, null).account();

        assertThat(created.name()).isEqualTo("Zoe-Muller");
        assertThat(created.admin()).isFalse();
        assertThat(created.email()).isNull();
        assertThat(created.profile().fullName()).isEqualTo("Zoë Müller");
        assertThat(openId.run(SIGN_IN, null).account().id()).isEqualTo(created.id());
    }

    @Test
    void aNewAccountHasNoPasswordUntilItsUserSetsOne() {
        openId.account("root");
        Account created = openId.creating().run(SIGN_IN, null).account();
        assertThat(openId.accounts.settings().hasPassword(created.id())).isFalse();

        openId.accounts.settings().changePassword(created, Secret.sha1Of("a fine first password"), Actor.OPERATOR);

        assertThat(openId.accounts.settings().hasPassword(created.id())).isTrue();
        assertThat(openId.accounts.settings().hasPassword(openId.account("bob").id()))
                .isTrue();
    }

    @Test
    void aNewAccountNeverTakesTheNameOfAnother() {
        Account ann = openId.account("ann.provider");
        openId.creating();

        Account created = openId.run(SIGN_IN, null).account();

        assertThat(created.id()).isNotEqualTo(ann.id());
        assertThat(created.name()).isEqualTo("ann.provider-2");
    }

    @Test
    void namesThatCannotBeUsedAreReplaced() {
        openId.account("root");
        openId.creating().provider.signsIn("subject-8", "дмитрий", "");
        assertThat(openId.run(SIGN_IN, null).account().name()).isEqualTo("user");
        openId.provider.signsIn("subject-9", "settings", "");
        assertThat(openId.run(SIGN_IN, null).account().name()).isEqualTo("settings-2");
        openId.provider.signsIn("subject-10", "a".repeat(300), "b".repeat(300));
        assertThat(openId.run(SIGN_IN, null).account().name()).isEqualTo("a".repeat(20));
        openId.provider.signsIn("subject-11", "a".repeat(300), "");
        assertThat(openId.run(SIGN_IN, null).account().name()).isEqualTo("a".repeat(18) + "-2");
    }

    @Test
    void namesAreAlsoReadFromTheUserinfoEndpoint() {
        openId.account("root");
        openId.creating().provider.namesInUserinfo();

        assertThat(openId.run(SIGN_IN, null).account().name()).isEqualTo("ann.provider");
    }

    @Test
    void aServerWithoutAccountsCreatesNone() {
        openId.creating();

        assertThat(openId.failure(SIGN_IN, null)).isEqualTo(Reason.UNKNOWN_USER);
        assertThat(openId.accounts.isEmpty()).isTrue();
    }

    @Test
    void startsFromOneNetworkAreLimited() {
        for (int n = 0; n < 20; n++) {
            openId.start(SIGN_IN, null);
        }

        assertThatThrownBy(() -> openId.start(SIGN_IN, null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        rejected -> assertThat(rejected.problem()).isInstanceOf(Problem.Overloaded.class));
        openId.clock.pass(Duration.ofSeconds(3));
        openId.start(SIGN_IN, null);
    }

    @Test
    void oldRequestsAreDeleted() {
        openId.start(SIGN_IN, null);
        openId.clock.pass(Duration.ofMinutes(11));
        openId.start(SIGN_IN, null);
        assertThat(openRequests()).isEqualTo(1);
        openId.clock.pass(Duration.ofMinutes(11));
        openId.signIn.purgeExpired();

        assertThat(openRequests()).isZero();
    }

    @Test
    void theSecurityLogNamesLinksAndFailures() {
        Account ann = openId.linked("ann");
        openId.signIn.identities().unlink(ann, Actor.web(OpenIdFixture.HOME));
        openId.failure(SIGN_IN, null);
        openId.accounts.attempts().flushAll();

        assertThat(openId.accounts.audit().newest(10).stream().map(AuditEntry::action))
                .contains("openid-linked", "openid-unlinked", "sign-in-failed");
    }

    @Test
    void noSecretOfARequestIsStored() {
        SignInStart start = openId.start(SIGN_IN, null);
        String stored = openId.database
                .read(tx -> tx.query(
                        "SELECT state_hash, browser_hash, next_path, redirect_uri FROM openid_request ORDER BY state_hash",
                        row -> row.getString(1) + row.getString(2) + row.getString(3) + row.getString(4)))
                .toString();

        assertThat(stored).doesNotContain(start.browser().revealText());
        assertThat(start.authorization().getRawQuery())
                .doesNotContain(start.browser().revealText());
        for (String value : start.authorization().getRawQuery().split("[&=]", -1)) {
            assertThat(value.length() == 43 && stored.contains(value)).isFalse();
        }
        assertThat(start.toString()).doesNotContain(start.browser().revealText());
    }

    private long openRequests() {
        return openId.database
                .read(tx -> tx.findFirst("SELECT count(*) FROM openid_request", row -> row.getLong(1)))
                .orElseThrow();
    }
}
