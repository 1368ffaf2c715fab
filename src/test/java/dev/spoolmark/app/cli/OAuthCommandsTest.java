package dev.spoolmark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.db.TestDatabases;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// `app` and `token`.
class OAuthCommandsTest {

    private static final String OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob";

    private final Path folder = TestDatabases.folder();

    private record CommandResult(int code, String out, String err) {}

    @Test
    void anApplicationIsAddedWithIdAndSecretAndListedWithoutTheSecret() {
        CommandResult added =
                run("app", "add", "Player", "--redirect", OUT_OF_BAND, "--redirect", "https://a.example/cb");
        CommandResult list = run("app", "list");

        assertThat(added.code()).isZero();
        assertThat(added.out()).matches("client_id [0-9a-f]{64}\nclient_secret [0-9a-f]{64}\n");
        assertThat(list.out())
                .isEqualTo(id(added) + " confidential registered 'Player' https://a.example/cb " + OUT_OF_BAND + "\n");
    }

    @Test
    void aPublicApplicationHasNoSecret() {
        assertThat(run("app", "add", "Page", "--public", "--redirect", "https://a.example/")
                        .out())
                .matches("client_id [0-9a-f]{64}\n");
    }

    @Test
    void aRedirectUriThatIsNotAllowedIsRejectedInOneLine() {
        CommandResult result = run("app", "add", "Player", "--redirect", "javascript:alert(1)");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("redirect address").hasLineCount(1);
    }

    @Test
    void anApplicationIsBlockedAndItsTokensAreRevoked() {
        String id = id(run("app", "add", "Player"));

        assertThat(run("app", "block", id).out()).isEqualTo("blocked\n");
        assertThat(run("app", "list").out()).contains(" blocked 'Player'");
        assertThat(run("app", "block", id, "--undo").out()).isEqualTo("unblocked\n");
        assertThat(run("app", "revoke", id).out()).isEqualTo("revoked\n");
        CommandResult unknown = run("app", "revoke", "0".repeat(64));
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("app list").hasLineCount(1);
    }

    @Test
    void aTokenIsPrintedOnTheLastLineAndListedUntilRevoked() {
        run("user", "add", "ann", "--password-stdin");

        CommandResult added = run("token", "add", "--user", "ann", "--name", "backup", "--scope", "read,scrobble");
        String number = added.out().split(" ", -1)[1];
        CommandResult list = run("token", "list");

        assertThat(added.code()).isZero();
        assertThat(added.out()).startsWith("token " + number + " of ann may read, scrobble\n");
        assertThat(added.out().lines().toList().getLast()).matches("spt_[A-Za-z0-9_-]{60}");
        assertThat(list.out())
                .startsWith(number + " ann 'backup' read,scrobble created ")
                .endsWith(" used never\n");
        assertThat(run("token", "list", "--user", "ann").out()).isEqualTo(list.out());
        assertThat(run("token", "revoke", "--user", "ann", number).out()).isEqualTo("revoked\n");
        assertThat(run("token", "list").out()).isEmpty();
        assertThat(run("token", "revoke", "--user", "ann", number).code()).isEqualTo(1);
    }

    @Test
    void allTokensOfAUserAreRevoked() {
        run("user", "add", "ann", "--password-stdin");
        run("token", "add", "--user", "ann", "--days", "30");

        assertThat(run("token", "revoke", "--user", "ann", "--all").out()).isEqualTo("revoked\n");
        assertThat(run("token", "list").out()).isEmpty();
    }

    @Test
    void usageErrorsAreExplainedInOneLine() {
        run("user", "add", "ann", "--password-stdin");

        assertThat(run("token", "add", "--user", "ann", "--scope", "everything"))
                .matches(result -> result.code() == 2 && result.err().contains("read, write, scrobble, checkin"));
        assertThat(run("token", "add").code()).isEqualTo(2);
        assertThat(run("token", "revoke", "--user", "ann").code()).isEqualTo(2);
        assertThat(run("token", "add", "--user", "bob").err()).contains("no user is called 'bob'");
    }

    private static String id(CommandResult added) {
        return added.out().lines().findFirst().orElseThrow().substring("client_id ".length());
    }

    private CommandResult run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", folder.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandEnvironment environment = new CommandEnvironment(
                Map.of(),
                new ByteArrayInputStream("correct horse\n".getBytes(StandardCharsets.UTF_8)),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                false,
                InstantSource.system());
        CommandLine line = new Commands(environment)
                .commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        return new CommandResult(line.execute(all.toArray(String[]::new)), out.toString(), err.toString());
    }
}
