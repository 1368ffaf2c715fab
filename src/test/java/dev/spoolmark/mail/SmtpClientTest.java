package dev.spoolmark.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.spoolmark.core.Secret;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpClientTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-30T10:00:00Z"));
    private static final MailMessage MESSAGE =
            new MailMessage("ann@example.org", "Grüße", "Straße\n.\nQUIT\nhttps://tv.example.org/?a=1\n");

    @TempDir
    static Path folder;

    private static TestCertificate certificate;

    @BeforeAll
    static void createCertificate() throws Exception {
        certificate = TestCertificate.create(folder, "localhost");
    }

    private static SmtpSettings settings(SmtpServer server, TlsMode tls, String user) {
        return new SmtpSettings(
                "localhost",
                server.port(),
                tls,
                user,
                Secret.ofText("hunter2-secret"),
                "Spoolmark, TV <tv@example.org>");
    }

    private static SmtpClient trusting(SmtpServer server, TlsMode tls) throws Exception {
        return new SmtpClient(settings(server, tls, "tv"), CLOCK, certificate.client());
    }

    @Test
    void aMailArrivesAsItWasWritten() throws Exception {
        try (SmtpServer server = SmtpServer.plain()) {
            new SmtpClient(settings(server, TlsMode.NONE, ""), CLOCK).send(MESSAGE);

            String mail = server.receive();
            assertThat(mail)
                    .contains(
                            "From: \"Spoolmark, TV\" <tv@example.org>",
                            "To: ann@example.org",
                            "Subject: =?UTF-8?",
                            "Date: Mon, 30 Nov 2026 ",
                            "Auto-Submitted: auto-generated",
                            "Content-Type: text/plain; charset=utf-8")
                    .containsPattern("Message-ID: <[0-9a-f-]{36}@example[.]org>");
            assertThat(server.commands()).doesNotContain("AUTH").endsWith("DATA", "QUIT");
        }
    }

    @Test
    void startTlsPrecedesThePassword() throws Exception {
        try (SmtpServer server = SmtpServer.withStartTls(certificate.server())) {
            trusting(server, TlsMode.STARTTLS).send(MESSAGE);

            assertThat(server.receive()).contains("To: ann@example.org");
            assertThat(server.commands()).containsSubsequence("EHLO", "STARTTLS", "EHLO", "AUTH", "MAIL", "DATA");
        }
    }

    @Test
    void tlsCanPrecedeEverything() throws Exception {
        try (SmtpServer server = SmtpServer.withTls(certificate.server())) {
            trusting(server, TlsMode.TLS).send(MESSAGE);

            assertThat(server.receive()).contains("To: ann@example.org");
            assertThat(server.commands()).containsSubsequence("AUTH", "DATA");
        }
    }

    @Test
    void nothingIsSentToAServerWithoutStartTls() throws Exception {
        try (SmtpServer server = SmtpServer.plain()) {
            SmtpClient client = trusting(server, TlsMode.STARTTLS);

            assertThatThrownBy(() -> client.send(MESSAGE)).isInstanceOf(MailException.class);
            assertThat(server.commands()).doesNotContain("AUTH", "MAIL");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS", "STARTTLS"})
    void nothingIsSentToAServerWhoseCertificateIsNotTrusted(TlsMode tls) throws Exception {
        try (SmtpServer server = tls == TlsMode.TLS
                ? SmtpServer.withTls(certificate.server())
                : SmtpServer.withStartTls(certificate.server())) {
            SmtpClient client = new SmtpClient(settings(server, tls, "tv"), CLOCK);

            assertThatThrownBy(() -> client.send(MESSAGE))
                    .isInstanceOf(MailException.class)
                    .hasMessageContaining("certificate");
            assertThat(server.commands()).doesNotContain("AUTH", "MAIL");
        }
    }

    @Test
    void nothingIsSentToAServerWhoseCertificateHasAnotherName() throws Exception {
        TestCertificate other = TestCertificate.create(folder, "mail.example.org");
        try (SmtpServer server = SmtpServer.withTls(other.server())) {
            SmtpClient client = new SmtpClient(settings(server, TlsMode.TLS, "tv"), CLOCK, other.client());

            assertThatThrownBy(() -> client.send(MESSAGE)).isInstanceOf(MailException.class);
            assertThat(server.commands()).doesNotContain("AUTH", "MAIL");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 no such user ann@example.org, true",
        "RCPT, 450 try later ann@example.org, false",
        "MAIL, 553 not you, true",
        "DATA, 554 spam from ann@example.org, true",
        "AUTH, 535 wrong password hunter2-secret, false"
    })
    void aRejectionIsDescribedWithoutAddressesAndCredentials(String command, String reply, boolean isPermanent)
            throws Exception {
        try (SmtpServer server = SmtpServer.withStartTls(certificate.server()).reply(command, reply)) {
            SmtpClient client = trusting(server, TlsMode.STARTTLS);

            assertThatThrownBy(() -> client.send(MESSAGE))
                    .asInstanceOf(type(MailException.class))
                    .satisfies(failure -> assertThat(failure.isPermanent()).isEqualTo(isPermanent))
                    .extracting(Throwable::getMessage)
                    .asString()
                    .contains("localhost:" + server.port())
                    .doesNotContain("ann@", "hunter2");
            assertThat(server.received()).isZero();
        }
    }

    @Test
    void aServerThatIsDownIsTriedAgain() {
        SmtpServer server = SmtpServer.plain();
        server.close();
        SmtpClient client = new SmtpClient(settings(server, TlsMode.NONE, ""), CLOCK);

        assertThatThrownBy(() -> client.send(MESSAGE))
                .asInstanceOf(type(MailException.class))
                .satisfies(failure -> assertThat(failure.isPermanent()).isFalse())
                .extracting(Throwable::getMessage)
                .asString()
                .contains("could not connect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.org\r\nBcc: bob@example.org", "ann@example.org\n", "a\u0000nn@example.org"})
    void anAddressCannotAddAHeaderField(String address) {
        assertThatThrownBy(() -> new MailMessage(address, "s", "t")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MailMessage("ann@example.org", address, "t"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.org, bob@example.org", "ann", "ann@@example.org", "a b@example.org", "@"})
    void whatIsNotOneAddressIsRejectedForGood(String address) throws Exception {
        try (SmtpServer server = SmtpServer.plain()) {
            SmtpClient client = new SmtpClient(settings(server, TlsMode.NONE, ""), CLOCK);

            assertThatThrownBy(() -> client.send(new MailMessage(address, "s", "t")))
                    .asInstanceOf(type(MailException.class))
                    .satisfies(failure -> assertThat(failure.isPermanent()).isTrue());
            assertThat(server.commands()).isEmpty();
        }
    }

    @Test
    void aDomainInAnotherScriptIsConverted() throws Exception {
        try (SmtpServer server = SmtpServer.plain()) {
            new SmtpClient(settings(server, TlsMode.NONE, ""), CLOCK)
                    .send(new MailMessage("ann@bücher.example", "s", "t"));

            assertThat(server.receive()).contains("To: ann@xn--bcher-kva.example");
        }
    }

    @Test
    void theTextOfTheSettingsHasNoPassword() {
        try (SmtpServer server = SmtpServer.plain()) {
            assertThat(settings(server, TlsMode.TLS, "tv").toString()).doesNotContain("hunter2");
        }
    }
}
