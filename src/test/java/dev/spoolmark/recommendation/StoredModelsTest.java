package dev.spoolmark.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Stored models: a valid one is used after a restart, an invalid one is trained again.
@ParameterizedClass
@EnumSource(Engine.class)
class StoredModelsTest extends ModelFixture {

    private final Path folder = TestDatabases.folder().resolve("recommendations");

    @BeforeEach
    void trainModel() {
        people(ModelTraining.MIN_USERS);
        start();
        assertThat(recommendedWithModel(MOVIES)).startsWith(aliens);
    }

    @Test
    void aStartLoadsTheStoredModelWithoutTraining() {
        likers(8, "new", alien, movie("Alien 3", 1992));

        start();
        recommendations.load();
        work();

        assertThat(recommended(MOVIES)).as("the first request").startsWith(aliens);
    }

    @Test
    void aServerWithoutAStoredModelLoadsNothing() {
        delete(file());

        start();
        recommendations.load();

        assertThat(waiting).isEmpty();
    }

    @Test
    void aMissingModelIsTrainedAgain() {
        byte[] before = bytes();
        delete(file());

        start();
        assertThat(recommendedWithModel(MOVIES)).startsWith(aliens);

        assertThat(bytes()).isEqualTo(before);
    }

    @Test
    void aModelDeletedWhileTheServerRunsIsTrainedAgain() {
        byte[] before = bytes();
        delete(file());

        assertThat(recommendedWithModel(MOVIES)).startsWith(aliens);

        assertThat(bytes()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no model", "spoolM01", "spoolM01 and some more that is as long as a head or so"})
    void aFileThatIsNoModelIsReplaced(String content) throws IOException {
        byte[] before = bytes();
        Files.writeString(file(), content);

        start();
        assertThat(recommendedWithModel(MOVIES)).startsWith(aliens);

        assertThat(bytes()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 12, 20, 28, 32, 40, -9, -1})
    void aModelWithAFlippedBitIsTrainedAgain(int at) throws IOException {
        byte[] before = bytes();
        byte[] broken = before.clone();
        broken[at < 0 ? broken.length + at : at] ^= 1;
        Files.write(file(), broken);

        start();
        assertThat(recommendedWithModel(MOVIES)).startsWith(aliens);

        assertThat(bytes()).isEqualTo(before);
    }

    @Test
    void aTruncatedModelIsTrainedAgain() throws IOException {
        byte[] before = bytes();
        Files.write(file(), Arrays.copyOf(before, before.length - 1));

        start();
        assertThat(recommendedWithModel(MOVIES)).startsWith(aliens);

        assertThat(bytes()).isEqualTo(before);
    }

    @Test
    void aModelOlderThanADayIsTrainedAgain() {
        MediaId sequel = movie("Alien 3", 1992);
        likers(8, "new", alien, sequel);
        now = now.plus(Duration.ofDays(1));

        start();

        assertThat(recommendedWithModel(MOVIES)).startsWith(sequel);
    }

    @Test
    void aModelWithATimeInTheFutureIsTrainedAgain() {
        byte[] before = bytes();
        now = now.minusSeconds(1);

        start();
        assertThat(recommendedWithModel(MOVIES)).startsWith(aliens);

        assertThat(bytes()).as("learned at another time").isNotEqualTo(before);
    }

    @Test
    void aModelOfANewerDatabaseIsTrainedAgain() {
        MediaId sequel = movie("Alien 3", 1992);
        likers(8, "new", alien, sequel);
        database.write(tx -> tx.update("UPDATE catalog_revision SET value = 1"));

        start();

        assertThat(recommendedWithModel(MOVIES))
                .as("an older copy was put back")
                .startsWith(sequel);
    }

    @Test
    void aDeletedModelIsRebuiltIdentically() {
        byte[] before = bytes();
        delete(file());

        assertThat(recommendations.rebuild()).containsExactly(entry(Kind.MOVIE, 17), entry(Kind.SHOW, 0));

        assertThat(bytes()).isEqualTo(before);
    }

    @Test
    void aModelRebuiltByAnotherProcessIsUsed() {
        MediaId sequel = movie("Alien 3", 1992);
        likers(8, "new", alien, sequel);
        now = now.plusSeconds(1);
        assertThat(recommendedWithModel(MOVIES)).startsWith(aliens);

        new Recommendations(database, models(ModelLocation.folder(folder))).rebuild();

        assertThat(recommendedWithModel(MOVIES)).startsWith(sequel);
    }

    @Test
    void aRebuildWithTooFewUsersDeletesTheModel() {
        database.write(tx -> tx.update(
                "UPDATE account SET state = 3 WHERE user_id <> ?", ann.id().value()));

        assertThat(recommendations.rebuild()).containsExactly(entry(Kind.MOVIE, 0), entry(Kind.SHOW, 0));

        assertThat(file()).doesNotExist();
    }

    @Test
    void aModelIsUsedIfItsFolderIsNotWritable() throws IOException {
        delete(file());
        delete(folder);
        Files.writeString(folder, "a file stands in the way");

        start();
        assertThat(recommendedWithModel(MOVIES)).startsWith(aliens);
        recommended(MOVIES);

        assertThat(waiting).as("it is not tried again and again").isEmpty();
    }

    @Test
    void theModelIsReadableByTheOwnerOnly() throws IOException {
        assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    private void start() {
        waiting.clear();
        recommendations = new Recommendations(database, models(ModelLocation.folder(folder)));
    }

    private Path file() {
        return folder.resolve("movie.model");
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
