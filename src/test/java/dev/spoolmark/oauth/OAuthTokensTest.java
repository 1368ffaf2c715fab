package dev.spoolmark.oauth;

import static dev.spoolmark.oauth.OAuthFixture.CALLBACK;
import static dev.spoolmark.oauth.OAuthFixture.HERE;
import static dev.spoolmark.oauth.OAuthFixture.PAGE;
import static dev.spoolmark.oauth.OAuthFixture.errorOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OAuthTokensTest extends OAuthStoreTest {

    private Account ann;
    private RegisteredApplication player;
    private IssuedTokens tokens;

    @BeforeEach
    void connect() {
        ann = node.user("ann");
        player = node.confidential(CALLBACK);
        tokens = node.connect(player, ann);
    }

    @Test
    void tokensHave64CharactersAndOnlyTheirHashIsStored() {
        String access = tokens.accessToken().revealText();
        String refresh = tokens.refreshToken().revealText();

        assertThat(access).matches("sat_[A-Za-z0-9_-]{60}");
        assertThat(refresh).matches("srt_[A-Za-z0-9_-]{60}");
        assertThat(texts("SELECT token_hash FROM oauth_token ORDER BY 1"))
                .containsExactlyInAnyOrder(
                        TokenFormat.hash(tokens.accessToken()), TokenFormat.hash(tokens.refreshToken()))
                .doesNotContain(access, refresh);
        assertThat(tokens.toString()).doesNotContain(access, refresh);
    }

    @Test
    void anInvalidAccessTokenIsRejected() {
        for (String text : List.of(
                "",
                "sat_",
                tokens.refreshToken().revealText(),
                "sat_" + "x".repeat(60),
                tokens.accessToken().revealText() + "x",
                TokenFormat.hash(tokens.accessToken()))) {
            assertThat(node.oauth.tokens().find(Secret.ofText(text))).as(text).isEmpty();
        }
    }

    @Test
    void anAccessTokenExpiresAfterNinetyDays() {
        clock.pass(Duration.ofDays(90).minusSeconds(1));
        assertThat(node.isValid(tokens)).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(node.isValid(tokens)).isFalse();
        assertThat(node.isValid(node.refresh(player, tokens))).isTrue();
    }

    @Test
    void aRefreshTokenExpiresAYearAfterItsLastUse() {
        clock.pass(Duration.ofDays(364));
        node.oauth.maintenance().purgeExpired();
        IssuedTokens next = node.refresh(player, tokens);
        clock.pass(Duration.ofDays(364));
        node.oauth.maintenance().purgeExpired();
        IssuedTokens last = node.refresh(player, next);
        clock.pass(Duration.ofDays(365));

        assertThat(errorOf(() -> node.refresh(player, last))).isEqualTo(OAuthError.INVALID_GRANT);
        node.oauth.maintenance().purgeExpired();
        assertThat(count("oauth_token")).isZero();
        assertThat(count("oauth_grant")).isZero();
    }

    @Test
    void aRefreshReturnsANewPairAndTheOldTokenEndsWithinAnHour() {
        IssuedTokens next = node.refresh(player, tokens);

        assertThat(next.accessToken()).isNotEqualTo(tokens.accessToken());
        assertThat(next.refreshToken()).isNotEqualTo(tokens.refreshToken());
        assertThat(node.isValid(tokens)).isTrue();
        clock.pass(Duration.ofHours(1));
        assertThat(node.isValid(tokens)).isFalse();
        assertThat(node.isValid(next)).isTrue();
    }

    @Test
    void aRepeatedRefreshReturnsTheSamePairFor60Seconds() {
        IssuedTokens first = node.refresh(player, tokens);
        clock.pass(Duration.ofSeconds(59));

        IssuedTokens again = node.refresh(player, tokens);

        assertThat(again).isEqualTo(first);
        assertThat(node.isValid(again)).isTrue();
        assertThat(count("oauth_token")).isEqualTo(4);
    }

    @Test
    void anotherNodeReturnsTheSamePair() {
        IssuedTokens first = node.refresh(player, tokens);
        try (Database other = databases.get()) {
            OAuthFixture second = new OAuthFixture(other, clock);

            assertThat(second.refresh(player, tokens)).isEqualTo(first);
        }
    }

    @Test
    void parallelRefreshesGetOnePair() throws Exception {
        Set<IssuedTokens> pairs = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> refresh = () -> pairs.add(node.refresh(player, tokens));
            for (Future<Boolean> done : threads.invokeAll(Collections.nCopies(16, refresh))) {
                done.get();
            }
        }

        assertThat(pairs).hasSize(1);
        assertThat(node.isValid(pairs.iterator().next())).isTrue();
    }

    @Test
    void aRefreshTokenThatIsReusedAfterTheGraceRevokesItsFamily() {
        IssuedTokens next = node.refresh(player, tokens);
        IssuedTokens last = node.refresh(player, next);
        clock.pass(Duration.ofSeconds(60));
        IssuedTokens unrelated = node.connect(player, ann);

        assertThat(errorOf(() -> node.refresh(player, tokens))).isEqualTo(OAuthError.INVALID_GRANT);

        assertThat(node.isValid(last)).isFalse();
        assertThat(errorOf(() -> node.refresh(player, last))).isEqualTo(OAuthError.INVALID_GRANT);
        assertThat(node.isValid(unrelated)).isTrue();
        assertThat(node.audited(ann)).contains("token-revoked");
    }

    @Test
    void aReuseIsDetectedAfterTheNoncesAreDeleted() {
        IssuedTokens next = node.refresh(player, tokens);
        clock.pass(Duration.ofMinutes(5));
        node.oauth.maintenance().purgeExpired();
        assertThat(count("oauth_token WHERE successor_nonce IS NOT NULL")).isZero();

        assertThat(errorOf(() -> node.refresh(player, tokens))).isEqualTo(OAuthError.INVALID_GRANT);
        assertThat(node.isValid(next)).isFalse();
    }

    @Test
    void aRefreshTokenOfAnotherClientIsRejectedAndRevokesNothing() {
        RegisteredApplication other = node.confidential(CALLBACK);

        assertThat(errorOf(() -> node.refresh(other, tokens))).isEqualTo(OAuthError.INVALID_GRANT);
        assertThat(errorOf(() -> node.oauth.tokens().refresh(node.client(player), tokens.accessToken(), HERE)))
                .isEqualTo(OAuthError.INVALID_GRANT);

        assertThat(node.isValid(tokens)).isTrue();
        assertThat(node.refresh(player, tokens)).isNotNull();
    }

    @Test
    void frequentRefreshesDoNotFillTheTable() {
        IssuedTokens last = tokens;
        for (int i = 0; i < 120; i++) {
            last = node.refresh(player, last);
        }

        assertThat(count("oauth_token")).isLessThanOrEqualTo(204);
        assertThat(node.isValid(last)).isTrue();
    }

    @Test
    void aChangeOfThePasswordEndsAllTokens() {
        PersonalToken personal =
                node.oauth.personalTokens().create(ann, "script", Scopes.all(), Optional.empty(), PAGE);

        node.accounts.changePassword(ann, Secret.sha1Of("another-good-passphrase"));

        assertThat(node.isValid(tokens)).isFalse();
        assertThat(node.oauth.tokens().find(personal.token())).isEmpty();
        assertThat(errorOf(() -> node.refresh(player, tokens))).isEqualTo(OAuthError.INVALID_GRANT);
        Account changed = node.accounts.find("ann").orElseThrow();
        assertThat(node.oauth.tokens().connected(changed)).isEmpty();
        assertThat(node.oauth.personalTokens().of(changed)).isEmpty();
    }

    @Test
    void aBlockedApplicationHasNoValidTokensAndRegainsThem() {
        node.keys.block(player.application().clientId(), true);
        assertThat(node.isValid(tokens)).isFalse();

        node.keys.block(player.application().clientId(), false);
        assertThat(node.isValid(tokens)).isTrue();
    }

    @Test
    void eitherTokenRevokesBoth() {
        IssuedTokens other = node.connect(player, ann);
        node.oauth.tokens().revoke(node.client(player), tokens.accessToken(), PAGE);
        node.oauth.tokens().revoke(node.client(player), other.refreshToken(), PAGE);

        for (IssuedTokens revoked : List.of(tokens, other)) {
            assertThat(node.isValid(revoked)).isFalse();
            assertThat(errorOf(() -> node.refresh(player, revoked))).isEqualTo(OAuthError.INVALID_GRANT);
        }
    }

    @Test
    void anotherClientRevokesNothing() {
        node.oauth.tokens().revoke(node.client(node.confidential(CALLBACK)), tokens.accessToken(), PAGE);
        node.oauth.tokens().revoke(node.client(player), Secret.ofText("unknown"), PAGE);

        assertThat(node.isValid(tokens)).isTrue();
    }

    @Test
    void aRevocationIsEffectiveOnOtherNodesWithinFiveSeconds() {
        try (Database other = databases.get()) {
            OAuthFixture second = new OAuthFixture(other, clock);
            assertThat(second.isValid(tokens)).isTrue();

            node.oauth.tokens().revokeAll(ann.id(), PAGE);

            assertThat(node.isValid(tokens)).isFalse();
            clock.pass(Duration.ofSeconds(5));
            assertThat(second.isValid(tokens)).isFalse();
        }
    }

    @Test
    void theLastUseIsStoredOncePerHour() {
        Instant first = clock.instant();
        node.isValid(tokens);
        clock.pass(Duration.ofMinutes(59));
        node.isValid(tokens);
        assertThat(lastUse()).isEqualTo(first);

        clock.pass(Duration.ofMinutes(1));
        node.isValid(tokens);

        assertThat(lastUse()).isEqualTo(first.plus(Duration.ofHours(1)));
    }

    @Test
    void aUseIsStoredAfterAClockAheadIsCorrected() {
        Instant ahead = clock.instant().plus(Duration.ofDays(1_000));
        node.database.write(tx -> tx.update("UPDATE oauth_grant SET last_used_at = ?", ahead));

        node.isValid(tokens);

        assertThat(lastUse()).isEqualTo(clock.instant());
    }

    @Test
    void disconnectingAnApplicationAffectsOneUserOnly() {
        Account bob = node.user("bob");
        StoredGrant grant = node.oauth.tokens().connected(ann).getFirst().grant();

        assertThat(node.oauth.tokens().revoke(bob.id(), grant.id(), PAGE)).isFalse();
        assertThat(node.isValid(tokens)).isTrue();
        assertThat(node.oauth.tokens().revoke(ann.id(), grant.id(), PAGE)).isTrue();
        assertThat(node.isValid(tokens)).isFalse();
    }

    private Instant lastUse() {
        return Objects.requireNonNull(
                node.oauth.tokens().connected(ann).getFirst().grant().lastUsedAt());
    }
}
