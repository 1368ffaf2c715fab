package dev.spoolmark.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.FastHasher;
import dev.spoolmark.account.Language;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.PageSettings;
import dev.spoolmark.account.Preferences;
import dev.spoolmark.account.RatingScale;
import dev.spoolmark.account.SpoilerLevel;
import dev.spoolmark.account.Theme;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.WeekStart;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.link.LinkCode;
import dev.spoolmark.app.Features;
import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.config.RawSettings;
import dev.spoolmark.app.jobs.MailDelivery;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.mail.MailException;
import dev.spoolmark.mail.MailKind;
import dev.spoolmark.mail.MailMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The mails that a change of an account or a request of a visitor causes.
@ParameterizedClass
@EnumSource(Engine.class)
class MailMessagesTest {

    private static final Pattern LINK = Pattern.compile("https://tv[.]example/reset[?]code=([A-Za-z0-9_-]{43})\n");

    @Parameter
    Engine engine;

    private final MutableClock clock = new MutableClock();
    private final List<MailMessage> sent = new ArrayList<>();
    private @Nullable MailException failure;
    private Database database;
    private Features features;
    private MailDelivery delivery;
    private Account ann;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        Configuration configuration = Configuration.of(Configuration.read(
                TestDatabases.folder(),
                Map.of("SPOOLMARK_MAIL_HOST", "mail.example", "SPOOLMARK_MAIL_FROM", "tv@tv.example"),
                RawSettings.empty()));
        features = Features.create(database, configuration, clock, FastHasher.hash());
        MailMessages messages = new MailMessages(
                features.accounts(),
                features.links().passwordResets(),
                () -> "Home TV",
                code -> "https://tv.example/reset?code=" + code.reveal(),
                clock);
        delivery = new MailDelivery(features.mails(), messages, this::send);
        ann = add("ann", "Ann@example.org");
    }

    @AfterEach
    void close() {
        features.metadataSources().close();
        database.close();
    }

    private void send(MailMessage message) throws MailException {
        if (failure != null) {
            throw failure;
        }
        sent.add(message);
    }

    private Account add(String name, @Nullable String email) {
        return features.accounts()
                .create(new NewAccount(
                        name, email, Secret.sha1Of("tr4vel-by-Night-train"), false, CreationOrigin.OPERATOR))
                .account();
    }

    private void forgot(String typed) {
        features.mails().addForVisitor(MailKind.PASSWORD_RESET, typed, "en");
    }

    private LinkCode link(MailMessage message) {
        MatchResult found = LINK.matcher(message.text()).results().findFirst().orElseThrow();
        return LinkCode.parse(found.group(1)).orElseThrow();
    }

    @Test
    void theLinkInTheMailSetsAPassword() {
        forgot("ANN@example.org");
        delivery.run();

        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().to()).isEqualTo("Ann@example.org");
        assertThat(sent.getFirst().subject()).isEqualTo("Home TV: a new password");
        assertThat(sent.getFirst().text()).contains("Hello ann,", "Home TV", "within 30 minutes");
        LinkCode code = link(sent.getFirst());
        assertThat(features.links().passwordResets().use(code, Secret.sha1Of("staple horse battery"), Actor.OPERATOR))
                .isEqualTo(ann);
    }

    @Test
    void theMailIsInTheLanguageOfTheVisitor() {
        features.mails().addForVisitor(MailKind.PASSWORD_RESET, "ann", "de");
        delivery.run();

        assertThat(sent.getFirst().subject()).isEqualTo("Home TV: ein neues Passwort");
        assertThat(sent.getFirst().text()).startsWith("Hallo ann,\n").contains("für Ihr Konto");
    }

    @Test
    void nobodyIsWrittenToWithoutAnAccountOrAddress() {
        add("bob", null);
        Account eve = add("eve", "eve@example.org");
        features.accounts().administration().disable(eve.id(), Actor.OPERATOR);
        List.of("bob", "eve", "nobody", "nobody@example.org", "ann@example.org\nBcc: x@example.org")
                .forEach(this::forgot);
        delivery.run();

        assertThat(sent).isEmpty();
        assertThat(features.mails().next()).isEmpty();
    }

    @Test
    void linksForOneAccountAreLimited() {
        for (int i = 0; i < 5; i++) {
            forgot("ann");
        }
        delivery.run();
        assertThat(sent).hasSize(3);
        clock.pass(Duration.ofMinutes(20));
        forgot("ann");
        delivery.run();

        assertThat(sent).hasSize(4);
    }

    @Test
    void aRequestExpiresAfterTheTimeOfALink() {
        failure = new MailException("down", false, new IllegalStateException());
        forgot("ann");
        delivery.run();
        failure = null;
        clock.pass(Duration.ofMinutes(31));
        delivery.run();
        clock.pass(Duration.ofDays(1));
        delivery.run();

        assertThat(sent).isEmpty();
    }

    @Test
    void aMailIsSentWhenTheMailServerIsBack() {
        failure = new MailException("down", false, new IllegalStateException());
        forgot("ann");
        delivery.run();
        failure = null;
        clock.pass(Duration.ofMinutes(1));
        delivery.run();

        assertThat(sent).hasSize(1);
    }

    @Test
    void aMailThatIsRejectedForGoodIsDropped() {
        failure = new MailException("rejected", true, new IllegalStateException());
        forgot("ann");
        delivery.run();
        failure = null;
        clock.pass(Duration.ofMinutes(10));
        delivery.run();

        assertThat(sent).isEmpty();
    }

    @Test
    void aChangedPasswordIsReported() {
        features.accounts().settings().changePassword(ann, Secret.sha1Of("staple horse battery"), Actor.OPERATOR);
        delivery.run();

        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().to()).isEqualTo("Ann@example.org");
        assertThat(sent.getFirst().subject()).isEqualTo("Home TV: your password was changed");
        assertThat(sent.getFirst().text()).contains("2013", "If it was not you");
    }

    @Test
    void aChangedAddressIsReportedToTheFormerOne() {
        features.accounts().settings().changeEmail(ann, "thief@example.org", Actor.OPERATOR);
        delivery.run();

        assertThat(sent).extracting(MailMessage::to).containsExactly("Ann@example.org");
        assertThat(sent.getFirst().text()).doesNotContain("thief@example.org");
    }

    @Test
    void aSecondFactorThatIsTurnedOffIsReportedInTheLanguageOfTheUser() {
        Preferences before = ann.preferences();
        features.accounts()
                .settings()
                .changePreferences(
                        ann.id(),
                        new Preferences(
                                before.timeZone(),
                                before.ratingMode(),
                                true,
                                true,
                                true,
                                new PageSettings(
                                        Language.DE,
                                        WeekStart.AUTOMATIC,
                                        RatingScale.TEN,
                                        Theme.AUTOMATIC,
                                        true,
                                        SpoilerLevel.OFF)));
        database.write(tx -> tx.update(
                "INSERT INTO totp (user_id, secret, confirmed, last_step, created_at) VALUES (?, '00', TRUE, 0, 0)",
                ann.id().value()));
        features.secondFactors().disable(ann, Actor.OPERATOR);
        delivery.run();

        assertThat(sent)
                .extracting(MailMessage::subject)
                .containsExactly("Home TV: Zwei-Faktor-Anmeldung ausgeschaltet");
    }

    @Test
    void noticesOfADeletedAccountAreNotSent() {
        UserId user = ann.id();
        features.accounts().settings().changePassword(ann, Secret.sha1Of("staple horse battery"), Actor.OPERATOR);
        features.accounts().administration().delete(user, Actor.OPERATOR);
        delivery.run();

        assertThat(sent).isEmpty();
    }
}
