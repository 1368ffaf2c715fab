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
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Follows and requests to follow.
@ParameterizedClass
@EnumSource(Engine.class)
class FollowsTest {

    @Parameter
    Engine engine;

    Database database;
    Follows follows;
    ProfileAccess access;

    final TestClock clock = new TestClock();
    final Account open = account(1, false);
    final Account other = account(2, false);
    final Account hiding = account(3, true);

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        follows = new Follows(database, clock);
        access = new ProfileAccess(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aPublicUserIsFollowedAtOnce() {
        Instant first = clock.instant();
        assertThat(follows.follow(open, other)).isEqualTo(FollowOutcome.FOLLOWING);
        clock.forward(Duration.ofMinutes(1));
        assertThat(follows.follow(open, other)).isEqualTo(FollowOutcome.FOLLOWING);

        assertThat(follows.following(access.self(open))).containsExactly(new FollowEdge(other.id(), first));
        assertThat(follows.followers(access.self(other))).containsExactly(new FollowEdge(open.id(), first));
        assertThat(follows.friends(access.self(open))).isEmpty();
    }

    @Test
    void aProtectedUserMustApproveFirst() {
        assertThat(follows.follow(open, hiding)).isEqualTo(FollowOutcome.REQUESTED);

        assertThat(access.viewOf(new Viewer(open.id()), hiding)).isEmpty();
        assertThat(follows.following(access.self(open))).isEmpty();
        assertThat(follows.followers(access.self(hiding))).isEmpty();
        assertThat(follows.requests(hiding)).extracting(FollowEdge::userId).containsExactly(open.id());
    }

    @Test
    void aDeclinedRequestComesBackUnlessTheRequesterHasDecidedOtherwise() {
        Instant asked = clock.instant();
        follows.follow(open, hiding);
        clock.forward(Duration.ofMinutes(1));
        follows.deny(hiding, open.id());
        assertThat(follows.restoreFollower(hiding, open.id())).isFalse();

        assertThat(follows.restoreRequest(hiding, open.id())).isTrue();
        assertThat(follows.restoreRequest(hiding, open.id())).isFalse();
        assertThat(follows.requests(hiding)).containsExactly(new FollowEdge(open.id(), asked));
        follows.deny(hiding, open.id());
        follows.unfollow(open, hiding.id());
        assertThat(follows.restoreRequest(hiding, open.id())).isFalse();
        follows.follow(open, hiding);
        follows.deny(hiding, open.id());
        clock.forward(Duration.ofMinutes(11));
        assertThat(follows.restoreRequest(hiding, open.id())).isFalse();
        assertThat(follows.requests(hiding)).isEmpty();
    }

    @Test
    void aFollowBeginsWithTheApproval() {
        follows.follow(open, hiding);
        clock.forward(Duration.ofMinutes(1));

        follows.approve(hiding, open.id());

        assertThat(access.viewOf(new Viewer(open.id()), hiding)).isPresent();
        assertThat(follows.followers(access.self(hiding))).containsExactly(new FollowEdge(open.id(), clock.instant()));
        assertThat(follows.requests(hiding)).isEmpty();
    }

    @Test
    void aRepeatedRequestToANowPublicUserFollows() {
        follows.follow(open, hiding);

        assertThat(follows.follow(open, account(3, false))).isEqualTo(FollowOutcome.FOLLOWING);

        assertThat(follows.requests(hiding)).isEmpty();
        assertThat(follows.followers(access.self(hiding))).hasSize(1);
    }

    @Test
    void approvingWithAFollowBackRequestsAProtectedUser() {
        Account alsoHiding = account(4, true);
        follows.follow(alsoHiding, hiding);

        assertThat(follows.approveAndFollow(hiding, alsoHiding)).isEqualTo(FollowOutcome.REQUESTED);

        assertThat(follows.followers(access.self(hiding))).hasSize(1);
        assertThat(follows.requests(alsoHiding)).hasSize(1);
    }

    @Test
    void aFriendshipBeginsWithTheLaterFollow() {
        follows.follow(open, other);
        clock.forward(Duration.ofMinutes(1));
        follows.follow(other, open);

        assertThat(follows.friends(access.self(open))).containsExactly(new FollowEdge(other.id(), clock.instant()));
        assertThat(follows.friends(access.self(other))).containsExactly(new FollowEdge(open.id(), clock.instant()));
    }

    @Test
    void unfollowingKeepsTheOtherDirection() {
        follows.followEachOther(open, hiding);

        follows.unfollow(open, hiding.id());

        assertThat(access.viewOf(new Viewer(open.id()), hiding)).isEmpty();
        assertThat(follows.followers(access.self(open))).hasSize(1);
        assertThat(follows.followers(access.self(hiding))).isEmpty();
    }

    @Test
    void endingAFriendshipEndsBothDirectionsAndRequests() {
        follows.follow(open, hiding);
        follows.follow(hiding, open);

        follows.removeBoth(hiding, open.id());

        assertThat(follows.requests(hiding)).isEmpty();
        assertThat(follows.followers(access.self(open))).isEmpty();
    }

    @Test
    void onlyPendingRequestsCanBeApprovedOrDenied() {
        follows.followEachOther(open, hiding);

        assertThatThrownBy(() -> follows.approve(hiding, other.id())).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> follows.deny(hiding, open.id())).isInstanceOf(ProblemException.class);
        assertThat(follows.followers(access.self(hiding))).hasSize(1);
    }

    @Test
    void aDeniedRequestCanBeRepeated() {
        follows.follow(open, hiding);
        follows.deny(hiding, open.id());

        assertThat(follows.requests(hiding)).isEmpty();
        assertThat(follows.follow(open, hiding)).isEqualTo(FollowOutcome.REQUESTED);
        assertThat(follows.requests(hiding)).hasSize(1);
    }

    @Test
    void theNumberOfFollowsIsLimited() {
        database.write(tx -> {
            tx.updateAll(
                    "INSERT INTO follow_out (user_id, target_id, state, since) VALUES (1, ?, 2, 0)",
                    LongStream.range(100, 100 + Follows.MAX_FOLLOWS)
                            .mapToObj(id -> new Object[] {id})
                            .toList());
            return true;
        });

        assertThatThrownBy(() -> follows.follow(open, other))
                .isInstanceOf(ProblemException.class)
                .extracting(refused -> ((ProblemException) refused).problem())
                .isEqualTo(new Problem.NotAllowed("you cannot follow more than 10000 people"));
        assertThat(follows.followers(access.self(other))).isEmpty();
    }

    @Test
    void bothDirectionsStayConsistentUnderConcurrentChanges() {
        IntStream.range(0, 60).parallel().forEach(n -> {
            switch (n % 3) {
                case 0 -> follows.follow(open, other);
                case 1 -> follows.unfollow(open, other.id());
                default -> follows.followEachOther(open, other);
            }
        });

        List<UserId> followed = users(follows.following(access.self(open)));
        assertThat(users(follows.followers(access.self(other)))).hasSameSizeAs(followed);
    }

    private static List<UserId> users(List<FollowEdge> relations) {
        return relations.stream().map(FollowEdge::userId).toList();
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
