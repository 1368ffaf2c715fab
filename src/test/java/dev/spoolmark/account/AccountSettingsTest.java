package dev.spoolmark.account;

import static dev.spoolmark.account.ProblemAssertions.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.AuditEntry;
import dev.spoolmark.account.auth.CommonPasswords;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class AccountSettingsTest {

    private static final Secret PASSWORD = Secret.sha1Of("tr4vel-by-Night-train");

    @Parameter
    Engine engine;

    MutableClock clock = new MutableClock();
    Database database;
    Accounts accounts;
    Account ann;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        accounts = accounts();
        ann = add("ann", "ann@example.com");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aNewAccountHasTheDefaultsOfThePages() {
        assertThat(accounts().get("ann").preferences().pages())
                .isEqualTo(new PageSettings(
                        Language.AUTOMATIC,
                        WeekStart.AUTOMATIC,
                        RatingScale.TEN,
                        Theme.AUTOMATIC,
                        true,
                        SpoilerLevel.OFF));
        assertThat(accounts().get("ann").audiences()).isEqualTo(SectionAudiences.EVERYONE);
    }

    @Test
    void changedPreferencesAreVisibleAtOnceAndOnOtherNodes() {
        PageSettings pages = new PageSettings(
                Language.DE, WeekStart.SUNDAY, RatingScale.HUNDRED, Theme.DARK, false, SpoilerLevel.ALL);
        Preferences changed =
                new Preferences(ZoneId.of("Europe/Berlin"), RatingMode.ADVANCED, true, false, false, pages);

        accounts.settings().changePreferences(ann.id(), changed);

        assertThat(accounts.get("ann").preferences()).isEqualTo(changed);
        assertThat(accounts().get("ann").preferences()).isEqualTo(changed);
        assertThat(accounts.all(List.of(ann.id())))
                .hasEntrySatisfying(
                        ann.id(), account -> assertThat(account.preferences()).isEqualTo(changed));
    }

    @Test
    void anUnknownStoredValueIsReadAsTheDefault() {
        database.write(tx -> tx.update(
                "UPDATE account SET language = 'tlh', theme = 'sepia', spoilers = 'x', audiences = 'history=x'"));

        Account read = accounts().get("ann");

        assertThat(read.preferences().pages()).isEqualTo(PageSettings.DEFAULT);
        assertThat(read.audience(ProfileSection.HISTORY)).isEqualTo(Audience.SELF);
    }

    @Test
    void aChangedProfileIsStored() {
        Profile profile = new Profile("Ann B.", Gender.FEMALE, 31, "Kyiv", "Films.", null);

        accounts.settings().changeProfile(ann.id(), profile);

        assertThat(accounts().get("ann").profile()).isEqualTo(profile);
    }

    @Test
    void changedAudiencesAreStoredAndRecordedInTheSecurityLog() {
        SectionAudiences audiences = new SectionAudiences(Map.of(
                ProfileSection.RATINGS, Audience.SELF,
                ProfileSection.HISTORY, Audience.FRIENDS,
                ProfileSection.ACTIVITY, Audience.EVERYONE));

        accounts.settings().changeAudiences(ann, audiences, Actor.OPERATOR);

        assertThat(accounts().get("ann").audiences()).isEqualTo(audiences);
        assertThat(accounts.audit().newestAbout(ann.id().value(), 1))
                .extracting(AuditEntry::detail)
                .containsExactly("audiences history=friends,ratings=self, before everyone");
    }

    @Test
    void aProtectedAccountHasNoSectionForEveryone() {
        accounts.settings()
                .changeAudiences(
                        ann, SectionAudiences.EVERYONE.with(ProfileSection.HISTORY, Audience.FRIENDS), Actor.OPERATOR);
        accounts.change(ann, new AccountPatch(null, true));

        Account read = accounts.get("ann");

        assertThat(read.audience(ProfileSection.RATINGS)).isEqualTo(Audience.FOLLOWERS);
        assertThat(read.audience(ProfileSection.HISTORY)).isEqualTo(Audience.FRIENDS);
    }

    @Test
    void aChangedAddressReleasesTheFormerOne() {
        accounts.settings().changeEmail(ann, "ann@example.org", Actor.OPERATOR);

        assertThat(accounts().get("ann").email()).isEqualTo("ann@example.org");
        assertThat(add("bob", "ann@example.com").email()).isEqualTo("ann@example.com");
    }

    @Test
    void anAddressThatIsTakenOrInvalidChangesNothing() {
        add("bob", "bob@example.com");

        assertThat(problemOf(() -> accounts.settings().changeEmail(ann, "BOB@example.com", Actor.OPERATOR)))
                .isEqualTo(new Problem.Taken("BOB@example.com", "e-mail"));
        assertThat(problemOf(() -> accounts.settings().changeEmail(ann, "bob", Actor.OPERATOR)))
                .isEqualTo(new Problem.Invalid("e-mail"));

        assertThat(accounts().get("ann").email()).isEqualTo("ann@example.com");
        assertThat(problemOf(() -> add("cem", "ann@example.com"))).isInstanceOf(Problem.Taken.class);
    }

    @Test
    void aChangedPasswordRaisesTheVersionOfTheCredentials() {
        accounts.settings().changePassword(ann, Secret.sha1Of("another-l0ng-one"), Actor.OPERATOR);

        assertThat(accounts.get("ann").credVersion()).isEqualTo(ann.credVersion() + 1);
    }

    @Test
    void aCommonPasswordIsRejected() {
        assertThat(problemOf(() -> accounts.settings().changePassword(ann, Secret.sha1Of("password"), Actor.OPERATOR)))
                .isEqualTo(new Problem.Invalid("password"));
        assertThat(accounts().get("ann").credVersion()).isEqualTo(ann.credVersion());
    }

    @Test
    void aDisabledAccountIsNotChanged() {
        database.write(tx -> tx.update(
                "UPDATE account SET state = 2 WHERE user_id = ?", ann.id().value()));

        assertThat(problemOf(() -> accounts.settings().changeProfile(ann.id(), Profile.EMPTY)))
                .isEqualTo(new Problem.NotFound("user"));
        assertThat(problemOf(() -> accounts.settings().changePreferences(ann.id(), ann.preferences())))
                .isEqualTo(new Problem.NotFound("user"));
    }

    private Account add(String name, String email) {
        return accounts.create(new NewAccount(name, email, PASSWORD, false, CreationOrigin.OPERATOR))
                .account();
    }

    /// As another node sees the accounts: nothing is cached.
    private Accounts accounts() {
        return new Accounts(
                database,
                clock,
                new AccountDefaults(Registration.CLOSED, false, ZoneId.of("UTC")),
                new CountingHasher(1),
                new CommonPasswords(Optional.empty()));
    }
}
