package dev.spoolmark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.db.Database;
import dev.spoolmark.db.DatabaseFactory;
import dev.spoolmark.db.TestDatabases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// Output, streams and exit codes of the commands.
class CommandsTest {

    private static final String IMDB = "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\t"
            + "runtimeMinutes\tgenres\n";

    private final Path folder = TestDatabases.folder();

    /// Exit code and output of a command.
    private record CommandResult(int code, String out, String err) {}

    @Test
    void withoutACommandTheUsageIsShown() {
        CommandResult result = run("");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("see spoolmark --help");
    }

    @Test
    void helpSucceeds() {
        CommandResult result = run("", "user", "add", "--help");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("--email", "--password-stdin", "--data", "--database");
    }

    @Test
    void aServerThatCannotStartExitsWith1() throws IOException {
        Path noFolder = write("data", "");

        assertThat(commands("").run("serve", "--port", "0", "--data", noFolder.toString()))
                .isEqualTo(1);
    }

    @Test
    void anUnknownOptionIsAUsageErrorInOneLine() {
        CommandResult result = run("", "config", "--colour");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .contains("--colour", "see spoolmark config --help")
                .hasLineCount(1);
    }

    @Test
    void twoItemsAreMerged() throws IOException {
        Path file = write("catalogue.jsonl", """
                {"type":"movie","title":"Batman Begins","year":2005,"ids":{"tmdb":272}}
                {"type":"movie","title":"Batman 5","year":2005,"ids":{"imdb":"tt0372784"}}
                """);
        runOnData("", "catalog", "load", file.toString());

        assertThat(runOnData("", "catalog", "merge", "movie", "tt0372784", "batman-begins-2005"))
                .isEqualTo(
                        new CommandResult(0, "Batman 5 (tt0372784) is Batman Begins (batman-begins-2005) now\n", ""));
        assertThat(runOnData("", "catalog", "merge", "movie", "tt0372784", "272"))
                .isEqualTo(new CommandResult(0, "already the same item: Batman Begins\n", ""));
        assertThat(runOnData("", "catalog", "merge", "movie", "none", "272"))
                .isEqualTo(new CommandResult(1, "", "there is no movie 'none'\n"));
        assertThat(runOnData("", "catalog", "merge", "film", "1", "2").code()).isEqualTo(2);
        assertThat(runOnData("", "check")).isEqualTo(new CommandResult(0, "ok\n", ""));
    }

    @Test
    void aUserIsAddedWithAPasswordFromStandardInput() {
        CommandResult result =
                runOnData("correct horse\n", "user", "add", "ann", "--email", "ann@example.org", "--password-stdin");

        assertThat(result).isEqualTo(new CommandResult(0, "added ann\n", ""));
    }

    @Test
    void sessionsOfAUserAreRevoked() {
        runOnData("correct horse\n", "user", "add", "ann", "--password-stdin");

        assertThat(runOnData("", "session", "revoke", "--user", "ann"))
                .isEqualTo(new CommandResult(0, "signed ann out of 0 sessions\n", ""));
        assertThat(runOnData("", "session", "revoke", "--user", "nobody"))
                .isEqualTo(new CommandResult(1, "", "no user is called 'nobody'\n"));
        assertThat(runOnData("", "session", "revoke").code()).isEqualTo(2);
    }

    @Test
    void aResetLinkIsTheOnlyOutput() {
        runOnData("correct horse\n", "user", "add", "ann", "--password-stdin");

        CommandResult result = runOnData("", "user", "reset-link", "ann");

        assertThat(result.code()).isZero();
        assertThat(result.out()).matches("http://127\\.0\\.0\\.1:8080/reset\\?code=[A-Za-z0-9_-]{43}\n");
        assertThat(result.err()).contains("30 minutes").doesNotContain("code=");
        assertThat(runOnData("", "user", "reset-link", "bob"))
                .isEqualTo(new CommandResult(1, "", "no user is called 'bob'\n"));
    }

    @Test
    void aUserIsDeletedAfterTheNameWasEntered() {
        runOnData("correct horse\n", "user", "add", "ann", "--admin", "--password-stdin");
        runOnData("correct horse\n", "user", "add", "bob", "--password-stdin");

        assertThat(runOnData("", "user", "delete", "bob").code()).isEqualTo(1);
        assertThat(runOnData("bib\n", "user", "delete", "bob").err()).contains("nothing was deleted");
        assertThat(runOnData("", "user", "disable", "bob").code()).isZero();
        assertThat(runOnData("bob\n", "user", "delete", "bob").out()).isEqualTo("deleted bob\n");
        assertThat(runOnData("", "user", "delete", "bob", "--yes"))
                .isEqualTo(new CommandResult(1, "", "no user is called 'bob'\n"));
        assertThat(runOnData("", "audit").out()).contains("account-deleted");
    }

    @Test
    void theLastAdministratorIsNotDeleted() {
        runOnData("correct horse\n", "user", "add", "ann", "--admin", "--password-stdin");

        CommandResult ending = runOnData("", "user", "delete", "ann", "--yes");

        assertThat(ending.code()).isEqualTo(1);
        assertThat(ending.err()).contains("last administrator");
        assertThat(runOnData("", "user", "reset-link", "ann").code()).isZero();
    }

    @Test
    void aLostSecondFactorIsTurnedOff() {
        runOnData("correct horse\n", "user", "add", "ann", "--password-stdin");
        assertThat(runOnData("", "user", "second-factor", "reset", "ann"))
                .isEqualTo(new CommandResult(1, "", "two-factor sign-in is not on for ann\n"));
        try (Database database = DatabaseFactory.sqlite(folder.resolve("spoolmark.db"))) {
            database.write(tx -> tx.update("UPDATE account SET second_factor = TRUE")
                    + tx.update("INSERT INTO totp (user_id, secret, confirmed, last_step, created_at)"
                            + " SELECT user_id, '00', TRUE, 0, 0 FROM account"));
        }

        assertThat(runOnData("", "user", "second-factor", "reset", "ann"))
                .isEqualTo(new CommandResult(0, "turned two-factor sign-in off for ann\n", ""));
        assertThat(runOnData("", "audit").out()).contains("second-factor-off");
    }

    @Test
    void aNameInUseIsRejectedInOneLine() {
        runOnData("correct horse\n", "user", "add", "ann", "--password-stdin");

        CommandResult again = runOnData("correct horse\n", "user", "add", "Ann", "--password-stdin");

        assertThat(again).isEqualTo(new CommandResult(1, "", "username 'Ann' is taken: choose another\n"));
    }

    @Test
    void aShortPasswordIsRejected() {
        CommandResult result = runOnData("short\n", "user", "add", "ann", "--password-stdin");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("at least 8 characters").doesNotContain("short");
    }

    @Test
    void aCommonPasswordIsAcceptedWithAWarning() {
        CommandResult result = runOnData("password\n", "user", "add", "ann", "--password-stdin");

        assertThat(result.code()).isZero();
        assertThat(result.err()).contains("very common password");
    }

    @Test
    void usersAreLoadedAndExistingOnesAreKept() throws IOException {
        runOnData("correct horse\n", "user", "add", "ann", "--password-stdin");
        Path people = write("people.jsonl", """
                {"username":"ann","password":"battery staple"}
                {"username":"bob","password":"battery staple","email":"bob@example.org"}
                nonsense
                """);

        CommandResult result = runOnData("", "user", "load", people.toString());

        assertThat(result.code()).isZero();
        assertThat(result.out().lines().toList())
                .containsExactlyInAnyOrder(
                        "line 1: username 'ann' is taken: choose another",
                        "line 3: could not be read: it is not one JSON object",
                        "1 added, 2 refused");
        assertThat(result.out()).endsWith("1 added, 2 refused\n");
    }

    @Test
    void aMissingFileIsReportedInOneLine() {
        CommandResult result =
                runOnData("", "user", "load", folder.resolve("nobody.jsonl").toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("could not be read").hasLineCount(1);
    }

    @Test
    void aKeyIsPrintedOnTheLastLine() {
        CommandResult result = runOnData("", "key", "add", "Kodi", "--permission", "scrobble,account_create");

        assertThat(result.code()).isZero();
        assertThat(result.out()).startsWith("Kodi may scrobble, account_create\n");
        assertThat(result.out().lines().toList().getLast()).matches("[0-9a-f]{40}");
    }

    @Test
    void aKeyCanBeSpecified() {
        String key = "0123456789ABCDEF0123456789abcdef";

        assertThat(runOnData("", "key", "add", "Old", "--key", key).out())
                .endsWith("\n" + key.toLowerCase(java.util.Locale.ROOT) + "\n");
        assertThat(runOnData("", "key", "add", "Old", "--key", key).code()).isEqualTo(1);
    }

    @Test
    void aKeyIsBlockedAndUnblocked() {
        String key = "0123456789abcdef0123456789abcdef";

        assertThat(runOnData("", "key", "block", key).out()).isEqualTo("blocked\n");
        assertThat(runOnData("", "key", "block", key, "--undo").out()).isEqualTo("unblocked\n");
        assertThat(runOnData("", "key", "block", "short").code()).isEqualTo(1);
    }

    @Test
    void anUnknownPermissionIsAUsageError() {
        CommandResult result = runOnData("", "key", "add", "Kodi", "--permission", "everything");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("'everything'", "account_create").hasLineCount(1);
    }

    @Test
    void aCatalogFileThatIsLoadedAgainChangesNothing() throws IOException {
        Path file = write("catalogue.jsonl", """
                {"type":"movie","title":"Alien","year":1979,"ids":{"imdb":"tt0078748"}}
                {"type":"movie","title":"Aliens","year":1986,"colour":"blue"}
                """);

        CommandResult first = runOnData("", "catalog", "load", file.toString());
        CommandResult again = runOnData("", "catalog", "load", file.toString());

        assertThat(first.code()).isZero();
        assertThat(first.out()).contains("line 2: ", "colour").endsWith("1 added, 0 updated, 0 unchanged, 1 refused\n");
        assertThat(again.out()).endsWith("0 added, 0 updated, 1 unchanged, 1 refused\n");
    }

    @Test
    void anImdbFolderThatIsLoadedAgainChangesNothing() throws IOException {
        Path imdb =
                write("title.basics.tsv", IMDB + "tt0078748\tmovie\tAlien\tAlien\t0\t1979\t\\N\t117\tHorror\nbroken\n");

        CommandResult first = runOnData("", "catalog", "load", "--format", "imdb", String.valueOf(imdb.getParent()));
        CommandResult again = runOnData("", "catalog", "load", "--format", "imdb", String.valueOf(imdb.getParent()));

        assertThat(first.code()).isZero();
        assertThat(first.out())
                .contains("title.episode.tsv is missing", "title.basics.tsv line 3: ")
                .endsWith("1 added, 0 updated, 0 unchanged, 1 refused\n");
        assertThat(again.out()).endsWith("0 added, 0 updated, 1 unchanged, 1 refused\n");
    }

    @Test
    void aFolderWithoutImdbFilesIsReportedInOneLine() {
        CommandResult result = runOnData("", "catalog", "load", "--format", "imdb", folder.toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("title.basics.tsv").hasLineCount(1);
    }

    @Test
    void anUnknownFormatIsAUsageError() {
        assertThat(runOnData("", "catalog", "load", "file", "--format", "xml").code())
                .isEqualTo(2);
    }

    @Test
    void theSearchIndexIsRebuilt() {
        runOnData("correct horse\n", "user", "add", "ann", "--email", "ann@example.org", "--password-stdin");

        assertThat(runOnData("", "rebuild", "search")).isEqualTo(new CommandResult(0, "1 entries\n", ""));
        assertThat(runOnData("", "config").err()).isEmpty(); // no permission had to be restricted
    }

    @Test
    void usersWhoAreNotSearchableAreNotIndexed() {
        runOnData("correct horse\n", "user", "add", "ann", "--password-stdin");

        assertThat(runOnData("", "user", "set", "Ann", "--searchable", "false"))
                .isEqualTo(new CommandResult(0, "ann is not found by search\n", ""));
        assertThat(runOnData("", "rebuild", "search").out()).isEqualTo("0 entries\n");
        assertThat(runOnData("", "user", "set", "ann", "--searchable", "true"))
                .isEqualTo(new CommandResult(0, "ann is found by search\n", ""));
        assertThat(runOnData("", "rebuild", "search").out()).isEqualTo("1 entries\n");
    }

    @Test
    void changedVisibilityOfAUserIsReported() {
        runOnData("correct horse\n", "user", "add", "ann", "--password-stdin");

        assertThat(runOnData("", "user", "set", "ann", "--protected", "true", "--searchable", "false"))
                .isEqualTo(new CommandResult(0, "ann is not found by search\nann is protected\n", ""));
        assertThat(runOnData("", "user", "set", "ann", "--protected", "false").out())
                .isEqualTo("ann is public\n");
        assertThat(runOnData("", "rebuild", "search").out())
                .as("the other wish stays")
                .isEqualTo("0 entries\n");
    }

    @Test
    void aPasswordIsReplaced() {
        runOnData("correct horse\n", "user", "add", "ann", "--password-stdin");

        assertThat(runOnData("another horse\n", "user", "password", "ANN", "--password-stdin"))
                .isEqualTo(new CommandResult(0, "changed the password of ann\n", ""));
        assertThat(runOnData("password1\n", "user", "password", "ann").err()).contains("very common");
        assertThat(runOnData("short\n", "user", "password", "ann").code()).isEqualTo(1);
        assertThat(runOnData("another horse\n", "user", "password", "nobody"))
                .isEqualTo(new CommandResult(1, "", "no user is called 'nobody'\n"));
    }

    @Test
    void theSecurityLogIsPrintedNewestFirst() {
        runOnData("correct horse\n", "user", "add", "ann", "--admin", "--password-stdin");
        runOnData("", "user", "set", "ann", "--protected", "false");
        runOnData("", "key", "block", "0123456789abcdef0123456789abcdef");

        assertThat(runOnData("", "audit").out())
                .containsSubsequence(" key-blocked - by command: ", " settings-changed ann by command: protected false")
                .endsWith(" account-added ann by command: admin\n")
                .doesNotContain("0123456789abcdef0123456789abcdef");
        assertThat(runOnData("", "audit", "ann", "--lines", "1").out())
                .contains(" settings-changed ann ")
                .hasLineCount(1);
        assertThat(runOnData("", "audit", "nobody"))
                .isEqualTo(new CommandResult(1, "", "no user is called 'nobody'\n"));
    }

    @Test
    void userSetRejectsUnknownUsersAndInvalidValues() {
        assertThat(runOnData("", "user", "set", "nobody", "--searchable", "false"))
                .isEqualTo(new CommandResult(1, "", "no user is called 'nobody'\n"));
        assertThat(runOnData("", "user", "set", "ann").code()).isEqualTo(2);
        assertThat(runOnData("", "user", "set", "ann", "--searchable", "maybe").code())
                .isEqualTo(2);
    }

    @Test
    void theRecommendationModelsAreRebuilt() {
        assertThat(runOnData("", "rebuild", "recommendations"))
                .isEqualTo(new CommandResult(
                        0, "movie: too few users for a model, show: too few users for a model\n", ""));
    }

    @Test
    void rebuildTrendingHasNothingToDo() {
        CommandResult result = runOnData("", "rebuild", "trending");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("nothing to do: trending").hasLineCount(1);
    }

    @Test
    void rebuildAllRebuildsAllDerivedData() {
        runOnData("correct horse\n", "user", "add", "ann", "--password-stdin");

        CommandResult result = runOnData("", "rebuild", "all");

        assertThat(result.code()).isZero();
        assertThat(result.out().lines())
                .hasSize(4)
                .startsWith("0 totals checked, 0 corrected")
                .endsWith("1 entries");
    }

    @Test
    void rebuildRejectsUnknownNames() {
        assertThat(runOnData("", "rebuild", "colours").code()).isEqualTo(2);
    }

    @Test
    void checkSucceedsOnAValidDatabase() {
        runOnData("correct horse\n", "user", "add", "ann", "--email", "ann@example.org", "--password-stdin");

        assertThat(runOnData("", "check")).isEqualTo(new CommandResult(0, "ok\n", ""));
    }

    @Test
    void theConfigurationIsShownWithItsSources() throws IOException {
        Files.writeString(folder.resolve("spoolmark.properties"), "port = 9000\n");

        CommandResult result = runOnData("", "config");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .containsPattern("(?m)^port = 9000 +# spoolmark.properties$")
                .containsPattern("(?m)^registration = open +# SPOOLMARK_REGISTRATION$")
                .containsPattern("(?m)^host = 127.0.0.1 +# default$");
    }

    @Test
    void anUnknownSettingIsReportedInOneLine() throws IOException {
        Files.writeString(folder.resolve("spoolmark.properties"), "prot = 9000\n");

        CommandResult result = runOnData("", "check");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("did you mean 'port'?").hasLineCount(1);
    }

    @Test
    void demoCannotBeCombinedWithData() {
        CommandResult result = runOnData("", "serve", "--demo");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--demo").hasLineCount(1);
    }

    private CommandResult runOnData(String in, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", folder.toString()));
        return run(in, all.toArray(String[]::new));
    }

    private static CommandResult run(String in, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                commands(in).commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return new CommandResult(commandLine.execute(words), out.toString(), err.toString());
    }

    private static Commands commands(String in) {
        InputStream input = new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8));
        return new Commands(new CommandEnvironment(
                Map.of("SPOOLMARK_REGISTRATION", "open"),
                input,
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                false,
                InstantSource.system()));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(TestDatabases.folder().resolve(name), text);
    }

    @Test
    void aByteOrderMarkBeforeAPasswordIsIgnored() {
        assertThat(runOnData("\ufeffseven77\n", "user", "add", "ann", "--password-stdin")
                        .err())
                .contains("at least 8 characters");
    }
}
