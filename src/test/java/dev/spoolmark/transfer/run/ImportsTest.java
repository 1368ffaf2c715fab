package dev.spoolmark.transfer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.collection.CollectedDetails;
import dev.spoolmark.collection.CollectedField;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Engine;
import dev.spoolmark.rating.RatingChange;
import dev.spoolmark.rating.Score;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.transfer.file.FileProblem;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.format.SampleRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Imports from the upload to the undo.
@ParameterizedClass
@EnumSource(Engine.class)
class ImportsTest {

    private static final Path SAMPLE = SampleRecords.sample("trakt-export-alex.zip");

    @Parameter
    Engine engine;

    private ImportFixture fixture;

    @BeforeEach
    void open() {
        fixture = new ImportFixture(engine);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void everythingOfAnArchiveIsStored() {
        ImportRun run = fixture.run(SAMPLE);
        assertThat(run.status()).isEqualTo(ImportStatus.FINISHED);
        assertThat(run.counts().text())
                .isEqualTo("6 plays, 5 ratings, 2 watchlist, 1 list added; 0 already there; 1 unresolved; 0 skipped");
        assertThat(run.counts().otherText())
                .isEqualTo("2 list items, 1 favorite, 2 collected, 1 comment, 1 note, 1 resume point, 1 hidden");
        assertThat(fixture.content().get("play")).hasSize(6);
    }

    @Test
    void missingDetailsOfACollectedMovieAreFilledAndUnknownWordsAreDropped() {
        MovieId movie = movie("The Paper Lighthouse");
        CollectionItems collection = fixture.features.collectionItems();
        collection.addMovies(fixture.user(), List.of(movie));
        collection.setDetails(fixture.user(), movie, CollectedDetails.NONE.with(CollectedField.MEDIA_TYPE, "dvd"));
        Map<String, List<String>> before = fixture.content();
        ImportRun run = fixture.run(Map.of("collection-movies.json", """
                [{"collected_at": "2020-01-01T00:00:00.000Z", "movie": {"title": "The Paper Lighthouse", "year": 2019,
                  "ids": {}},
                  "metadata": {"media_type": "bluray", "resolution": "uhd_4k", "hdr": "glow", "audio": null,
                               "audio_channels": "5.1", "3d": false}}]"""));
        assertThat(fixture.content().get("collected"))
                .hasSize(1)
                .first()
                .asString()
                .endsWith(" dvd uhd_4k null null 5.1 0 ");
        fixture.undo(run);
        assertThat(fixture.content()).isEqualTo(before);
    }

    @Test
    void theSameFileAgainAddsNothing() {
        fixture.run(SAMPLE);
        Map<String, List<String>> before = fixture.content();
        ImportRun again = fixture.run(SAMPLE);
        assertThat(again.counts().text()).startsWith("0 plays added; 23 already there; 1 unresolved;");
        assertThat(fixture.content()).isEqualTo(before);
    }

    @Test
    void anUndoRestoresWhatWasThereBefore() {
        MovieId movie = movie("The Paper Lighthouse");
        fixture.features.ratings().rate(fixture.user(), List.of(new RatingChange(movie, new Score(3))));
        fixture.features.watchlist().addMovies(fixture.user(), List.of(movie));
        Map<String, List<String>> before = fixture.content();
        ImportRun run = fixture.run(SAMPLE, withRatings(RatingConflict.IMPORTED));
        assertThat(fixture.content()).isNotEqualTo(before);
        fixture.undo(run);
        assertThat(fixture.imports.find(fixture.user(), run.id()).orElseThrow().status())
                .isEqualTo(ImportStatus.UNDONE);
        assertThat(fixture.content()).isEqualTo(before);
    }

    @Test
    void anUndoKeepsWhatWasChangedSince() {
        ImportRun run = fixture.run(SAMPLE);
        MovieId movie = movie("The Paper Lighthouse");
        fixture.features.ratings().rate(fixture.user(), List.of(new RatingChange(movie, new Score(2))));
        fixture.undo(run);
        assertThat(fixture.content().get("rating"))
                .hasSize(1)
                .first()
                .asString()
                .contains(" 2 ");
        assertThat(fixture.content().get("play")).isEmpty();
    }

    @Test
    void aFileImportedBeforeByAnotherImportIsNotTakenBack() {
        fixture.run(SAMPLE);
        Map<String, List<String>> before = fixture.content();
        fixture.undo(fixture.run(SAMPLE));
        assertThat(fixture.content()).isEqualTo(before);
    }

    @Test
    void theUserDecidesBetweenTwoRatings() {
        MovieId movie = movie("The Paper Lighthouse");
        fixture.features.ratings().rate(fixture.user(), List.of(new RatingChange(movie, new Score(3))));
        fixture.run(SAMPLE, withRatings(RatingConflict.STORED));
        assertThat(score(movie)).isEqualTo(3);
        fixture.run(SAMPLE, withRatings(RatingConflict.IMPORTED));
        assertThat(score(movie)).isEqualTo(8);
    }

    @Test
    void whatIsRatedCountsAsWatchedIfTheUserWantsThat() {
        ImportChoices all = ImportChoices.of(ImportFixture.ZONE);
        ImportChoices marking = new ImportChoices(all.zone(), Map.of(), all.types(), all.ratings(), false, true);
        Path file = SampleRecords.archive(
                fixture.directory.resolve("ratings.zip"),
                Map.of(
                        "ratings-movies.json",
                        "[{\"rating\": 8, \"type\": \"movie\", \"movie\": {\"title\": \"M\", \"year\": 2019}}]",
                        "ratings-shows.json",
                        "[{\"rating\": 8, \"type\": \"show\", \"show\": {\"title\": \"S\", \"year\": 2019}}]"));
        ImportRun run = fixture.run(file, marking);
        assertThat(run.counts().text()).isEqualTo("1 play, 2 ratings added; 0 already there; 0 unresolved; 0 skipped");
        assertThat(fixture.run(file, marking).counts().text()).startsWith("0 plays added; 3 already there");
        fixture.undo(run);
        assertThat(fixture.content().get("play")).isEmpty();
    }

    @Test
    void onlyChosenKindsAreImported() {
        ImportChoices all = ImportChoices.of(ImportFixture.ZONE);
        fixture.run(
                SAMPLE,
                new ImportChoices(
                        all.zone(), Map.of(), Set.of(RecordType.RATING), RatingConflict.NEWEST, false, false));
        assertThat(fixture.content().get("rating")).hasSize(5);
        assertThat(fixture.content().get("play")).isEmpty();
        assertThat(fixture.content().get("list")).isEmpty();
    }

    @Test
    void anInterruptedImportGoesOnWhereItStopped() {
        Path file = manyPlays(1_700);
        ImportRun run = fixture.upload(file, ImportChoices.of(ImportFixture.ZONE));
        fixture.imports.start(fixture.user(), run.id(), run.choices(), 1_700);
        assertThatThrownBy(() -> fixture.imports.runNow(fixture.user(), run.id(), position -> {
                    throw new IllegalStateException("killed after " + position);
                }))
                .hasMessage("killed after 500");
        assertThat(fixture.content().get("play")).hasSize(500);
        fixture.imports.worker().runWaiting();
        assertThat(fixture.content().get("play")).as("another server has it").hasSize(500);
        fixture.clock.pass(ImportWorker.LEASE.plusSeconds(1));
        fixture.imports.worker().runWaiting();
        assertThat(fixture.content().get("play")).hasSize(1_700);
        ImportRun ended = fixture.imports.find(fixture.user(), run.id()).orElseThrow();
        assertThat(ended.status()).isEqualTo(ImportStatus.FINISHED);
        assertThat(ended.counts().added(RecordType.PLAY)).isEqualTo(1_700);
        fixture.undo(ended);
        assertThat(fixture.content().get("play")).isEmpty();
    }

    @Test
    void aStoppedImportKeepsWhatItHasAdded() {
        ImportRun run = fixture.upload(manyPlays(1_200), ImportChoices.of(ImportFixture.ZONE));
        fixture.imports.start(fixture.user(), run.id(), run.choices(), 1_200);
        ImportRun ended = fixture.imports.runNow(
                fixture.user(), run.id(), position -> fixture.imports.stop(fixture.user(), run.id()));
        assertThat(ended.status()).isEqualTo(ImportStatus.STOPPED);
        assertThat(fixture.content().get("play")).hasSize(500);
        fixture.undo(ended);
        assertThat(fixture.content().get("play")).isEmpty();
    }

    @Test
    void aDamagedMemberEndsTheImportAfterWhatIsReadable() {
        ImportRun run = fixture.run(Map.of(
                "watched-history-1.json", "[" + play(1) + "," + play(2) + "]",
                "watched-history-2.json", "[" + play(3) + ", {\"watched_at\""));
        assertThat(run.status()).isEqualTo(ImportStatus.FAILED);
        assertThat(run.problem()).isEqualTo("damaged watched-history-2.json");
        assertThat(fixture.content().get("play")).hasSize(3);
    }

    @Test
    void anUnresolvedNameCanBeMatchedAndIsRemembered() {
        Map<String, String> file = Map.of(
                "ratings-movies.json", "[{\"rating\": 8, \"type\": \"movie\", \"movie\": {\"title\": \"Namesake\"}}]");
        ImportRun run = fixture.run(file);
        assertThat(run.counts().unresolved()).isOne();
        ImportRow row = fixture.rows(run, RowOutcome.UNRESOLVED).getFirst();
        assertThat(row.label()).isEqualTo("Namesake");
        MovieId movie = movie("Something else");
        fixture.imports.matches().match(fixture.user(), run.id(), row.number(), movie);
        assertThat(score(movie)).isEqualTo(8);
        ImportRun after = fixture.imports.find(fixture.user(), run.id()).orElseThrow();
        assertThat(after.counts().text())
                .isEqualTo("0 plays, 1 rating added; 0 already there; 0 unresolved; 0 skipped");
        assertThat(fixture.run(file).counts().present()).isOne();
        assertThatThrownBy(() -> fixture.imports.matches().match(fixture.user(), run.id(), row.number(), movie))
                .isInstanceOf(ProblemException.class);
        fixture.undo(after);
        assertThat(fixture.content().get("rating")).isEmpty();
    }

    @Test
    void anUnresolvedNameCanBeIgnoredForGood() {
        Map<String, String> file = Map.of(
                "ratings-movies.json", "[{\"rating\": 8, \"type\": \"movie\", \"movie\": {\"title\": \"Namesake\"}}]");
        ImportRun run = fixture.run(file);
        fixture.imports.matches().ignore(fixture.user(), run.id(), 1);
        assertThat(fixture.run(file).counts().text()).endsWith("0 unresolved; 0 skipped; 1 ignored");
    }

    @Test
    void amongNamesakesOfOneYearTheUserChooses() {
        movie("Twin", 2020, 501L);
        movie("Twin", 2020, 502L);
        movie("Twin", 2021, 503L);
        ImportRun run = fixture.run(Map.of(
                "ratings-movies.json",
                "[{\"rating\": 8, \"type\": \"movie\", \"movie\": {\"title\": \"Twin\", \"year\": 2020}},"
                        + "{\"rating\": 7, \"type\": \"movie\", \"movie\": {\"title\": \"Twin\", \"year\": 2021}}]"));
        assertThat(run.counts().added(RecordType.RATING)).isOne();
        ImportRow row = fixture.rows(run, RowOutcome.UNRESOLVED).getFirst();
        assertThat(fixture.imports.matches().candidates(row)).hasSize(2);
    }

    @Test
    void unknownTitlesBecomeProvisional() {
        fixture.run(Map.of("watched-history.json", "[" + play(77) + "]"));
        assertThat(fixture.features.catalog().findMovie(new MovieRef(Ids.NONE, "M77", 2019)))
                .hasValueSatisfying(movie -> assertThat(movie.provisional()).isTrue());
    }

    @Test
    void aFileOfNoKnownFormatIsRefused() throws IOException {
        Path file = Files.writeString(fixture.directory.resolve("notes.txt"), "hello");
        assertThatThrownBy(() -> fixture.upload(file, ImportChoices.of(ImportFixture.ZONE)))
                .isInstanceOfSatisfying(
                        ImportFileException.class, e -> assertThat(e.problem()).isEqualTo(FileProblem.UNKNOWN_FORMAT));
        assertThat(fixture.imports.of(fixture.user())).isEmpty();
    }

    @Test
    void aUserHasOneImportAtATime() {
        ImportRun first = fixture.upload(SAMPLE, ImportChoices.of(ImportFixture.ZONE));
        ImportRun second = fixture.upload(SAMPLE, ImportChoices.of(ImportFixture.ZONE));
        assertThat(fixture.imports
                        .find(fixture.user(), first.id())
                        .orElseThrow()
                        .status())
                .isEqualTo(ImportStatus.DISCARDED);
        fixture.imports.start(fixture.user(), second.id(), second.choices(), 0);
        assertThatThrownBy(() -> fixture.upload(SAMPLE, ImportChoices.of(ImportFixture.ZONE)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aFileThatNobodyImportsIsDeletedAfterADay() throws IOException {
        ImportRun run = fixture.upload(SAMPLE, ImportChoices.of(ImportFixture.ZONE));
        Path part = fixture.imports.files().create();
        Files.setLastModifiedTime(part, FileTime.from(fixture.clock.instant()));
        fixture.clock.pass(Duration.ofHours(23));
        fixture.imports.cleanup().run();
        assertThat(fixture.imports.files().has(run)).isTrue();
        assertThat(part).exists();
        fixture.clock.pass(Duration.ofHours(2));
        fixture.imports.cleanup().run();
        assertThat(fixture.imports.files().has(run)).isFalse();
        assertThat(part).doesNotExist();
    }

    @Test
    void anImportWhoseFileIsGoneDoesNotKeepOthersWaiting() throws IOException {
        ImportRun run = fixture.upload(SAMPLE, ImportChoices.of(ImportFixture.ZONE));
        fixture.imports.start(fixture.user(), run.id(), run.choices(), 0);
        Files.delete(fixture.imports.files().path(run));
        fixture.imports.worker().runWaiting();
        fixture.clock.pass(Duration.ofHours(25));
        fixture.imports.cleanup().run();
        assertThat(fixture.imports.find(fixture.user(), run.id()).orElseThrow().status())
                .isEqualTo(ImportStatus.FAILED);
        assertThat(fixture.run(SAMPLE).status()).isEqualTo(ImportStatus.FINISHED);
    }

    @Test
    void aReportIsDeletedAfterThreeMonths() {
        ImportRun run = fixture.run(SAMPLE);
        Map<String, List<String>> content = fixture.content();
        fixture.clock.pass(Duration.ofDays(91));
        fixture.imports.cleanup().run();
        assertThat(fixture.imports.find(fixture.user(), run.id())).isEmpty();
        assertThat(fixture.rows(run, RowOutcome.ADDED)).isEmpty();
        assertThat(fixture.content()).isEqualTo(content);
    }

    @Test
    void aPreviewImportsNothing() {
        ImportRun run = fixture.upload(SAMPLE, ImportChoices.of(ImportFixture.ZONE));
        ImportPreview preview = fixture.imports.preview(run);
        assertThat(preview.types()).containsEntry(RecordType.PLAY, 7L).containsEntry(RecordType.RATING, 5L);
        assertThat(preview.members()).containsEntry("ratings-movies.json", 1L);
        assertThat(preview.warnings())
                .anySatisfy(warning -> assertThat(warning.detail()).contains("notes-people"));
        assertThat(fixture.content().values())
                .allSatisfy(rows -> assertThat(rows).isEmpty());
    }

    @Test
    void anotherUserSeesNothingOfAnImport() {
        ImportRun run = fixture.run(SAMPLE);
        assertThat(fixture.imports.find(fixture.bob.id(), run.id())).isEmpty();
        assertThat(fixture.imports.of(fixture.bob.id())).isEmpty();
        assertThatThrownBy(() -> fixture.imports.undo(fixture.bob.id(), run.id()))
                .isInstanceOf(ProblemException.class);
    }

    private static ImportChoices withRatings(RatingConflict conflict) {
        ImportChoices all = ImportChoices.of(ImportFixture.ZONE);
        return new ImportChoices(all.zone(), Map.of(), all.types(), conflict, false, false);
    }

    private MovieId movie(String title) {
        return movie(title, 2019, null);
    }

    private MovieId movie(String title, int year, @Nullable Long tmdb) {
        Ids ids = new Ids(null, null, tmdb, null, null);
        return fixture.features
                .catalog()
                .findOrCreateMovies(List.of(new MovieRef(ids, title, year)))
                .values()
                .iterator()
                .next();
    }

    private int score(MovieId movie) {
        ProfileView self = fixture.features.profileAccess().self(fixture.ann);
        return Objects.requireNonNull(
                        fixture.features.ratings().of(self, List.of(movie)).get(movie))
                .value();
    }

    private Path manyPlays(int count) {
        return SampleRecords.archive(
                fixture.directory.resolve("many.zip"),
                Map.of(
                        "watched-history.json",
                        IntStream.rangeClosed(1, count)
                                .mapToObj(ImportsTest::play)
                                .collect(Collectors.joining(",", "[", "]"))));
    }

    private static String play(int number) {
        return "{\"watched_at\": \"2020-01-01T10:00:00.000Z\", \"action\": \"watch\", \"type\": \"movie\","
                + " \"movie\": {\"title\": \"M" + number + "\", \"year\": 2019}}";
    }
}
