package dev.spoolmark.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Audience;
import dev.spoolmark.account.Preferences;
import dev.spoolmark.account.Profile;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.RatingMode;
import dev.spoolmark.account.SectionAudiences;
import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Access to profiles, for single users and in batches.
@ParameterizedClass
@EnumSource(Engine.class)
class ProfileAccessTest {

    @Parameter
    Engine engine;

    Database database;
    ProfileAccess access;

    final Account open = account(1, false);
    final Account hiding = account(2, true);
    final Account friend = account(3, true);
    final Account pending = account(4, true);

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        access = new ProfileAccess(database);
        new Follows(database, InstantSource.fixed(Instant.EPOCH)).followEachOther(open, friend);
        database.write(tx -> tx.update(
                "INSERT INTO follow_out (user_id, target_id, state, since) VALUES (?, ?, 1, 0)",
                open.id().value(),
                pending.id().value()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void otherUsersSeeOnlyPublicProfiles() {
        assertThat(access.visibleTo(Viewer.ANONYMOUS, List.of(open, hiding, friend)))
                .containsExactly(open.id());
    }

    @Test
    void onlyApprovedFollowersSeeAProtectedProfile() {
        assertThat(access.visibleTo(Viewer.of(open), List.of(open, hiding, friend, pending)))
                .containsExactlyInAnyOrder(open.id(), friend.id());
    }

    @Test
    void usersSeeThemselves() {
        assertThat(access.visibleTo(Viewer.of(hiding), List.of(hiding, friend))).containsExactly(hiding.id());
    }

    @Test
    void anEmptyBatchIsEmpty() {
        assertThat(access.visibleTo(Viewer.of(open), List.of())).isEmpty();
    }

    @Test
    void aBatchHasTheSameResultsAsSingleChecks() {
        assertThat(access.viewOf(Viewer.of(open), friend)).isPresent();
        assertThat(access.viewOf(Viewer.of(open), pending)).isEmpty();
    }

    /// Rows: owner, then whether another user, a follower and a friend can read a section with each audience.
    @ParameterizedTest
    @CsvSource({
        "false, EVERYONE, true, true, true",
        "false, FOLLOWERS, false, true, true",
        "false, FRIENDS, false, false, true",
        "false, SELF, false, false, false",
        "true, EVERYONE, false, true, true",
        "true, FOLLOWERS, false, true, true",
        "true, FRIENDS, false, false, true",
        "true, SELF, false, false, false"
    })
    void aSectionIsReadByItsAudienceAndTheOwner(
            boolean isProtected, Audience audience, boolean anonymous, boolean follower, boolean friendly) {
        Account owner = narrowed(account(10, isProtected), ProfileSection.HISTORY, audience);
        approve(11, 10);
        approve(12, 10);
        approve(10, 12);
        approve(10, 13);

        assertThat(reads(Viewer.ANONYMOUS, owner)).isEqualTo(anonymous);
        assertThat(reads(new Viewer(new UserId(13)), owner)).isEqualTo(anonymous);
        assertThat(reads(new Viewer(new UserId(11)), owner)).isEqualTo(follower);
        assertThat(reads(new Viewer(new UserId(12)), owner)).isEqualTo(friendly);
        assertThat(reads(Viewer.of(owner), owner)).isTrue();
        assertThat(access.self(owner).shows(ProfileSection.HISTORY)).isTrue();
    }

    @Test
    void aSectionForUsersIsReadByThoseWhoHaveSignedIn() {
        Account owner = narrowed(open, ProfileSection.HISTORY, Audience.USERS);

        assertThat(reads(Viewer.ANONYMOUS, owner)).isFalse();
        assertThat(reads(new Viewer(new UserId(13)), owner)).isTrue();
        assertThat(reads(new Viewer(new UserId(13)), narrowed(hiding, ProfileSection.HISTORY, Audience.USERS)))
                .isFalse();
    }

    @Test
    void otherSectionsOfTheProfileRemainVisible() {
        Account owner = narrowed(open, ProfileSection.HISTORY, Audience.SELF);

        ProfileView view = access.viewOf(Viewer.ANONYMOUS, owner).orElseThrow();

        assertThat(view.shows(ProfileSection.RATINGS)).isTrue();
        assertThat(view.showsAll()).isFalse();
        assertThat(view.owner(ProfileSection.RATINGS)).isEqualTo(owner.id());
        assertThatThrownBy(() -> view.owner(ProfileSection.HISTORY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void detailsAreRemovedForUsersWithoutAccess() {
        Account owner = narrowed(open, ProfileSection.DETAILS, Audience.SELF);

        assertThat(access.viewOf(Viewer.ANONYMOUS, owner)
                        .orElseThrow()
                        .account()
                        .profile())
                .isEqualTo(Profile.EMPTY);
        assertThat(access.self(owner).account()).isSameAs(owner);
    }

    @Test
    void publicProfilesNeedNoQuery() {
        database.close();

        assertThat(access.viewOf(Viewer.of(hiding), open)).isPresent();
        assertThat(access.viewOf(Viewer.ANONYMOUS, narrowed(open, ProfileSection.HISTORY, Audience.FRIENDS)))
                .isPresent();
    }

    private boolean reads(Viewer viewer, Account owner) {
        return access.viewOf(viewer, owner, ProfileSection.HISTORY).isPresent();
    }

    private void approve(long follower, long followed) {
        database.write(tx -> {
            new FollowStore().approve(tx, new UserId(follower), new UserId(followed), Instant.EPOCH);
            return true;
        });
    }

    private static Account narrowed(Account account, ProfileSection section, Audience audience) {
        return new Account(
                account.id(),
                account.name(),
                null,
                account.isProtected(),
                true,
                false,
                new Profile("Full Name", null, 30, null, null, null),
                account.preferences(),
                Instant.EPOCH,
                null,
                1,
                SectionAudiences.EVERYONE.with(section, audience));
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
                new Preferences(ZoneId.of("UTC"), RatingMode.SIMPLE, false, true, true),
                Instant.EPOCH,
                null,
                1);
    }
}
