package dev.spoolmark.transfer.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.db.Engine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is exported and imported elsewhere is the same there.
class ExportImportTest {

    private static final int CHANGES = 40;

    /// @param rounds of which every second one is imported into a server that does not know the items
    @ParameterizedTest
    @CsvSource({"SQLITE, SQLITE, 50", "POSTGRESQL, POSTGRESQL, 10", "SQLITE, POSTGRESQL, 10", "POSTGRESQL, SQLITE, 10"})
    void anExportThatIsImportedIsExportedEqually(Engine from, Engine to, int rounds) {
        try (ArchiveServer source = new ArchiveServer(from);
                ArchiveServer target = new ArchiveServer(to)) {
            for (int round = 0; round < rounds; round++) {
                String name = "user" + round;
                Account exported = source.create(name);
                Account imported = target.create(name);
                new RandomContent(source, exported, round).change(CHANGES);
                target.clock.pass(Duration.between(target.clock.instant(), source.clock.instant()));
                if (round % 2 == 0) {
                    RandomContent.catalogue(
                            target.features, round, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
                }

                Path first = source.export(name, name + ".zip");
                ImportRun run = target.importFile(imported, first);

                assertThat(run.status()).as("round %d", round).isEqualTo(ImportStatus.FINISHED);
                assertThat(problems(target, imported, run))
                        .as("round %d", round)
                        .isEmpty();
                assertThat(differences(
                                new UserRowHash(source.database, from).of(exported.id()),
                                new UserRowHash(target.database, to).of(imported.id())))
                        .as("round %d", round)
                        .isEmpty();
                assertThat(differences(
                                CanonicalArchive.of(first), CanonicalArchive.of(target.export(name, name + ".zip"))))
                        .as("round %d", round)
                        .isEmpty();
            }
        }
    }

    /// What only one of them has.
    private static List<String> differences(List<String> expected, List<String> actual) {
        List<String> differences = new ArrayList<>();
        List<String> others = new ArrayList<>(actual);
        for (String row : expected) {
            if (!others.remove(row)) {
                differences.add("- " + row);
            }
        }
        others.forEach(row -> differences.add("+ " + row));
        return differences;
    }

    private static List<String> problems(ArchiveServer server, Account user, ImportRun run) {
        List<RowOutcome> outcomes = List.of(RowOutcome.UNRESOLVED, RowOutcome.SKIPPED, RowOutcome.WARNING);
        return server.imports().rows(user.id(), run.id(), outcomes, 0, 500).stream()
                .map(ImportRow::toString)
                .toList();
    }
}
