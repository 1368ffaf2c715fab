package dev.spoolmark.web.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.MutableClock;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.mail.SmtpServer;
import dev.spoolmark.web.PageAccounts;
import dev.spoolmark.web.PageClient;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A server with a mail server.
class ForgottenPagesTest {

    private static final Pattern LINK = Pattern.compile("https://tv[.]example(/reset[?]code=[A-Za-z0-9_-]{43})");
    private static final String SUBMIT = "Send the link";

    private final SmtpServer mails = SmtpServer.plain();
    private final TestServer server = TestServer.start(
            new MutableClock(),
            "SPOOLMARK_MAIL_HOST=localhost",
            "SPOOLMARK_MAIL_PORT=" + mails.port(),
            "SPOOLMARK_MAIL_TLS=none",
            "SPOOLMARK_MAIL_FROM=tv@tv.example",
            "SPOOLMARK_PUBLIC_URL=https://tv.example");
    private final PageClient visitor = new PageClient(server.port());

    @AfterEach
    void close() {
        visitor.close();
        server.close();
        mails.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void thePageIsWellFormed(String language) {
        visitor.in(language).get("/forgotten").isWellFormed();
    }

    @Test
    void theLinkArrivesByMailAndSetsThePassword() throws InterruptedException {
        PageAccounts.create(server, "ann", "ann@example.org", "correct horse battery");
        visitor.get("/forgotten").submit(SUBMIT, "name", "Ann@example.org");
        assertThat(visitor.text()).contains("If there is such an account");

        String mail = mails.receive();
        assertThat(mail).contains("To: ann@example.org", "Subject: Spoolmark: a new password");
        MatchResult link = LINK.matcher(mail.replace("=\n", "").replace("=3D", "="))
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError(mail));
        visitor.get(link.group(1)).submit("Set the password", "password", "staple horse battery");

        assertThat(visitor.path()).isEqualTo("/signin?notice=password_set");
        assertThat(mails.receive()).contains("Subject: Spoolmark: your password was changed");
    }

    @Test
    void theResponseIsTheSameWithoutAnAccount() {
        PageAccounts.create(server, "ann", "ann@example.org", "correct horse battery");
        String known = visitor.get("/forgotten").submit(SUBMIT, "name", "ann").text();
        String unknown =
                visitor.get("/forgotten").submit(SUBMIT, "name", "nobody").text();

        assertThat(unknown).isEqualTo(known);
    }

    @Test
    void requestsFromANetworkAreLimited() {
        for (int i = 0; i < 5; i++) {
            assertThat(visitor.post("/forgotten", Map.of("name", "nobody")).status())
                    .isEqualTo(303);
        }
        visitor.post("/forgotten", Map.of("name", "ann"));

        assertThat(visitor.status()).isEqualTo(429);
        assertThat(visitor.text()).contains("Too many requests. Try again in 12 minutes.");
        assertThat(visitor.header("Retry-After")).contains("720");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void aNameIsRequired(String name) {
        visitor.get("/forgotten").submit(SUBMIT, "name", name);

        assertThat(visitor.status()).isEqualTo(422);
        assertThat(visitor.errorOf("name")).isEqualTo("This field is required.");
    }

    @Test
    void aNameOf255CharactersIsTooLong() {
        visitor.get("/forgotten").submit(SUBMIT, "name", "a".repeat(255));

        assertThat(visitor.errorOf("name")).contains("254");
    }
}
