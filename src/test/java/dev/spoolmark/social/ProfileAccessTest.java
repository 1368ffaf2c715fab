package dev.spoolmark.social;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Preferences;
import dev.spoolmark.account.Profile;
import dev.spoolmark.account.RatingMode;
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
import org.junit.jupiter.params.provider.EnumSource;

/// Who may see whom, one by one and many at once.
@ParameterizedClass
@EnumSource(Engine.class)
class ProfileAccessTest {

    @Parameter
    Engine engine;

    Database database;
    ProfileAccess gate;

    final Account open = account(1, false);
    final Account hiding = account(2, true);
    final Account friend = account(3, true);
    final Account pending = account(4, true);

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        gate = new ProfileAccess(database);
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
    void aStrangerSeesPublicPeopleOnly() {
        assertThat(gate.visibleTo(Viewer.ANONYMOUS, List.of(open, hiding, friend)))
                .containsExactly(open.id());
    }

    @Test
    void whoWasApprovedSeesAProtectedPersonAndAPendingRequestSeesNothing() {
        assertThat(gate.visibleTo(Viewer.of(open), List.of(open, hiding, friend, pending)))
                .containsExactlyInAnyOrder(open.id(), friend.id());
    }

    @Test
    void everybodySeesThemselves() {
        assertThat(gate.visibleTo(Viewer.of(hiding), List.of(hiding, friend))).containsExactly(hiding.id());
    }

    @Test
    void nobodyAtAllIsSeenAmongNobody() {
        assertThat(gate.visibleTo(Viewer.of(open), List.of())).isEmpty();
    }

    @Test
    void manyAtOnceAreJudgedAsOneByOne() {
        assertThat(gate.viewOf(Viewer.of(open), friend)).isPresent();
        assertThat(gate.viewOf(Viewer.of(open), pending)).isEmpty();
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
