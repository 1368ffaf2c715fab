package dev.spoolmark.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Preferences;
import dev.spoolmark.account.Profile;
import dev.spoolmark.account.RatingMode;
import dev.spoolmark.account.UserId;
import dev.spoolmark.conformance.TestClock;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Blocked users, and the undo of follows that were ended.
@ParameterizedClass
@EnumSource(Engine.class)
class BlocksTest {

    @Parameter
    Engine engine;

    Database database;
    Follows follows;
    Blocks blocks;
    ProfileAccess access;

    final TestClock clock = new TestClock();
    final Account ann = account(1, false);
    final Account bob = account(2, false);
    final Account eve = account(3, true);

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        follows = new Follows(database, clock);
        blocks = new Blocks(database, clock);
        access = new ProfileAccess(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aBlockEndsFollowsInBothDirections() {
        follows.followEachOther(ann, bob);

        assertThat(blocks.block(ann, bob.id())).isTrue();
        assertThat(blocks.block(ann, bob.id())).isFalse();

        assertThat(follows.relationship(ann.id(), bob.id()))
                .isEqualTo(new FollowRelationship(FollowState.NONE, FollowState.NONE, true));
        assertThat(follows.relationship(bob.id(), ann.id())).isEqualTo(FollowRelationship.NONE);
        assertThat(blocks.page(access.self(ann), null, 10))
                .extracting(FollowEdge::userId)
                .containsExactly(bob.id());
        assertThat(blocks.page(access.self(bob), null, 10)).isEmpty();
    }

    @Test
    void aFollowOfABlockedUserLooksLikeARequestAndHasNoEffect() {
        blocks.block(ann, bob.id());
        blocks.block(eve, bob.id());

        assertThat(follows.follow(bob, ann)).isEqualTo(FollowOutcome.REQUESTED);
        assertThat(follows.follow(bob, eve)).isEqualTo(FollowOutcome.REQUESTED);
        assertThat(follows.followers(access.self(ann))).isEmpty();
        assertThat(follows.requests(eve)).isEmpty();

        assertThat(blocks.unblock(ann, bob.id())).isTrue();
        assertThat(blocks.unblock(ann, bob.id())).isFalse();
        assertThat(follows.follow(bob, ann)).isEqualTo(FollowOutcome.FOLLOWING);
    }

    @Test
    void nobodyBlocksThemselves() {
        assertThatThrownBy(() -> blocks.block(ann, ann.id())).isInstanceOf(ProblemException.class);
    }

    @Test
    void concurrentFollowsLeaveNothingAfterABlock() {
        for (int round = 0; round < 20; round++) {
            IntStream.range(0, 8).parallel().forEach(n -> {
                if (n == 3) {
                    blocks.block(ann, bob.id());
                } else {
                    follows.follow(n % 2 == 0 ? bob : ann, n % 2 == 0 ? ann : bob);
                }
            });
            assertThat(follows.followers(access.self(ann))).isEmpty();
            assertThat(follows.followers(access.self(bob))).isEmpty();
            blocks.unblock(ann, bob.id());
        }
    }

    // Undo

    @Test
    void anEndedFollowContinuesWithItsBeginningFor10Minutes() {
        follows.follow(bob, eve);
        follows.approve(eve, bob.id());
        List<FollowEdge> before = follows.followers(access.self(eve));
        clock.forward(Duration.ofDays(1));

        assertThat(follows.unfollow(bob, eve.id())).isTrue();
        assertThat(access.viewOf(Viewer.of(bob), eve)).isEmpty();
        clock.forward(Duration.ofMinutes(9));
        assertThat(follows.restoreFollowing(bob, eve.id())).isTrue();
        assertThat(follows.restoreFollowing(bob, eve.id())).isFalse();
        assertThat(follows.followers(access.self(eve))).isEqualTo(before);

        follows.unfollow(bob, eve.id());
        clock.forward(Duration.ofMinutes(11));
        follows.purgeEnded();
        assertThat(follows.restoreFollowing(bob, eve.id())).isFalse();
        assertThat(follows.followers(access.self(eve))).isEmpty();
    }

    @Test
    void aRemovedFollowerCanBeRestoredByTheOwnerAlone() {
        follows.follow(bob, ann);

        assertThat(follows.removeFollower(ann, bob.id())).isTrue();
        assertThat(follows.removeFollower(ann, bob.id())).isFalse();
        assertThat(follows.restoreFollowing(bob, ann.id())).isFalse();
        assertThat(follows.restoreFollower(ann, bob.id())).isTrue();
        assertThat(follows.followers(access.self(ann))).hasSize(1);
    }

    @Test
    void anUndoDoesNotOvercomeALaterDecisionOfTheOther() {
        follows.follow(bob, eve);
        follows.approve(eve, bob.id());
        follows.unfollow(bob, eve.id());
        follows.follow(bob, eve);

        follows.deny(eve, bob.id());
        assertThat(follows.restoreFollowing(bob, eve.id())).isFalse();

        follows.follow(bob, ann);
        follows.unfollow(bob, ann.id());
        blocks.block(ann, bob.id());
        assertThat(follows.restoreFollowing(bob, ann.id())).isFalse();
        follows.follow(bob, eve);
        follows.approve(eve, bob.id());
        follows.removeFollower(eve, bob.id());
        blocks.block(bob, eve.id());
        assertThat(follows.restoreFollower(eve, bob.id())).isFalse();
        assertThat(follows.followers(access.self(eve))).isEmpty();
    }

    @Test
    void aWithdrawnRequestIsNoFollowToRestore() {
        follows.follow(bob, eve);

        assertThat(follows.unfollow(bob, eve.id())).isFalse();
        assertThat(follows.restoreFollowing(bob, eve.id())).isFalse();
        assertThat(follows.requests(eve)).isEmpty();
    }

    @Test
    void ofAcceptingAndWithdrawingAtOnceBothSidesAgree() {
        for (int round = 0; round < 20; round++) {
            follows.follow(bob, eve);
            IntStream.range(0, 4).parallel().forEach(n -> {
                if (n % 2 == 0) {
                    follows.unfollow(bob, eve.id());
                } else {
                    try {
                        follows.approve(eve, bob.id());
                    } catch (ProblemException gone) {
                        assertThat(gone.problem()).isInstanceOf(Problem.NotFound.class);
                    }
                }
            });
            assertThat(follows.relationship(bob.id(), eve.id()).outgoing())
                    .isEqualTo(follows.relationship(eve.id(), bob.id()).incoming());
            follows.unfollow(bob, eve.id());
        }
    }

    @Test
    void followersAreReadByPagesNewestFirst() {
        for (int n = 10; n < 15; n++) {
            follows.follow(account(n, false), ann);
            clock.forward(Duration.ofMinutes(n % 2));
        }

        FollowPage first = follows.newest(access.self(ann), FollowRelation.FOLLOWERS, Optional.empty(), 3);
        FollowPage second = follows.newest(access.self(ann), FollowRelation.FOLLOWERS, first.next(), 3);

        assertThat(first.edges()).extracting(edge -> edge.userId().value()).containsExactly(14L, 13L, 12L);
        assertThat(second.edges()).extracting(edge -> edge.userId().value()).containsExactly(11L, 10L);
        assertThat(second.next()).isEmpty();
        assertThat(first.next().flatMap(position -> FollowPosition.parse(position.text())))
                .isEqualTo(first.next());
    }

    private static Account account(long id, boolean isProtected) {
        return new Account(
                new UserId(id),
                "person" + id,
                null,
                isProtected,
                true,
                false,
                Profile.EMPTY,
                new Preferences(ZoneOffset.UTC, RatingMode.SIMPLE, false, true, true),
                Instant.EPOCH,
                null,
                1);
    }
}
