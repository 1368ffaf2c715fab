package dev.spoolmark.transfer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Audience;
import dev.spoolmark.account.Preferences;
import dev.spoolmark.account.Profile;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.SectionAudiences;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.db.Engine;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.format.SampleRecords;
import dev.spoolmark.transfer.record.ImportWarning;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Imports of exports of this server.
@ParameterizedClass
@EnumSource(Engine.class)
class SpoolmarkArchiveTest {

    private static final int CHANGES = 150;

    @Parameter
    Engine engine;

    private ArchiveServer server;
    private Account ann;
    private Account bob;

    @BeforeEach
    void open() {
        server = new ArchiveServer(engine);
        ann = server.create("ann");
        bob = server.create("bob");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Path archive() {
        new RandomContent(server, ann, 1).change(CHANGES);
        return server.export("ann", "ann.zip");
    }

    private List<String> rows(Account user) {
        return new UserRowHash(server.database, engine).of(user.id());
    }

    @Test
    void theSameArchiveAgainAddsNothing() {
        Path archive = archive();
        server.importFile(bob, archive);
        List<String> before = rows(bob);

        ImportRun again = server.importFile(bob, archive);

        assertThat(again.counts().text()).startsWith("0 plays added;");
        assertThat(again.counts().otherText()).isEmpty();
        assertThat(rows(bob)).isEqualTo(before);
    }

    @Test
    void anImportIntoTheAccountThatWasExportedAddsNothing() {
        Path archive = archive();
        List<String> before = rows(ann);

        ImportRun run = server.importFile(ann, archive);

        assertThat(run.counts().text()).startsWith("0 plays added;");
        assertThat(rows(ann)).isEqualTo(before);
    }

    @Test
    void anUndoRemovesEverythingThatWasRestored() {
        Path archive = archive();
        List<String> before = rows(bob);
        Map<String, String> settings = settings();
        ImportRun run = server.importFile(bob, archive);
        assertThat(rows(bob)).isNotEqualTo(before);

        server.imports().undo(bob.id(), run.id());
        server.imports().worker().runWaiting();

        assertThat(rows(bob)).isEqualTo(before);
        assertThat(settings()).isEqualTo(settings);
    }

    private Map<String, String> settings() {
        return server.database.read(
                tx -> server.features.accounts().settings().imports().of(tx, bob.id()));
    }

    @Test
    void settingsThatTheUserHasChangedHereStay() {
        var settings = server.features.accounts().settings();
        settings.changePreferences(ann.id(), Preferences.in(ZoneId.of("Asia/Kolkata")));
        settings.changeProfile(ann.id(), new Profile("Ann", null, 41, "Kolkata", null, null));
        Path archive = server.export("ann", "ann.zip");
        Preferences own = new Preferences(ZoneId.of("UTC"), bob.preferences().ratingMode(), true, true, true);
        settings.changePreferences(bob.id(), own);
        settings.changeProfile(bob.id(), new Profile("Bob", null, null, null, null, null));

        server.importFile(bob, archive);

        Account after = server.features.accounts().get("bob");
        assertThat(after.preferences()).isEqualTo(own);
        assertThat(after.profile()).isEqualTo(new Profile("Bob", null, 41, "Kolkata", null, null));
    }

    @Test
    void anImportNeverShowsMoreToOthers() {
        narrow(ann, ProfileSection.RATINGS, Audience.FRIENDS);
        Path archive = server.export("ann", "ann.zip");
        narrow(bob, ProfileSection.HISTORY, Audience.SELF);

        server.importFile(bob, archive);

        SectionAudiences after = server.features.accounts().get("bob").audiences();
        assertThat(after.of(ProfileSection.HISTORY)).isEqualTo(Audience.SELF);
        assertThat(after.of(ProfileSection.RATINGS)).isEqualTo(Audience.FRIENDS);
    }

    private void narrow(Account user, ProfileSection section, Audience audience) {
        server.features
                .accounts()
                .settings()
                .changeAudiences(user, SectionAudiences.EVERYONE.with(section, audience), Actor.OPERATOR);
    }

    @Test
    void aMemberThatDiffersFromItsDigestIsReported() {
        Path changed = edited(archive(), "ratings-movies.json", text -> text + " ");

        ImportRun run = server.importFile(bob, changed);

        assertThat(run.status()).isEqualTo(ImportStatus.FINISHED);
        assertThat(server.imports().rows(bob.id(), run.id(), List.of(RowOutcome.WARNING), 0, 100))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.reason()).isEqualTo(ImportWarning.Topic.CHANGED_MEMBER.key());
                    assertThat(row.label()).isEqualTo("ratings-movies.json");
                });
    }

    @Test
    void anArchiveOfANewerVersionIsRejected() {
        Path newer = edited(archive(), "spoolmark.json", text -> text.replaceFirst("\"version\":1", "\"version\":2"));

        ImportRun run = server.importFile(bob, newer);

        assertThat(run.status()).isEqualTo(ImportStatus.FAILED);
        assertThat(rows(bob)).isEmpty();
    }

    @Test
    void aFilterOfAPageThatIsNoAddressIsNotRestored() {
        server.features.pageFilters().save(ann.id(), "list", "kind=movie");
        Path hostile = edited(
                server.export("ann", "ann.zip"),
                "spoolmark.json",
                text -> text.replace("kind=movie", "kind=movie\\r\\nSet-Cookie: a=b"));

        server.importFile(bob, hostile);

        assertThat(server.features.pageFilters().find(bob.id(), "list")).isEmpty();
    }

    @Test
    void aFileOfAnotherProgramIsNotRead() {
        assertThatThrownBy(() -> {
                    Path file = SampleRecords.archive(
                            server.directory.resolve("other.zip"), Map.of("spoolmark.json", "{\"format\":\"other\"}"));
                    server.importFile(bob, file);
                })
                .isInstanceOf(ImportFileException.class);
    }

    private Path edited(Path archive, String edited, UnaryOperator<String> edit) {
        Map<String, String> members = new LinkedHashMap<>();
        try (ImportFile file = ImportFile.open(archive, "archive.zip")) {
            for (String member : file.members()) {
                try (InputStream in = file.open(member)) {
                    members.put(member, new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        members.computeIfPresent(edited, (member, text) -> edit.apply(text));
        return SampleRecords.archive(server.directory.resolve("edited.zip"), members);
    }
}
