package dev.spoolmark.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.PersonId;
import dev.spoolmark.catalog.merge.UserDataMove;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class NotesTest {

    private static final UserId BOB = new UserId(8);
    private static final NoteTarget MOVIE = NoteTarget.of(new MovieId(1));
    private static final NoteTarget OTHER = NoteTarget.of(new MovieId(2));
    private static final NoteTarget EPISODE = NoteTarget.of(new EpisodeId(11));
    private static final NoteTarget PERSON = NoteTarget.of(new PersonId(21));

    @Parameter
    Engine engine;

    private UserDataFixture fixture;
    private UserId ann;
    private Notes notes;
    private Instant now = UserDataFixture.NOW;

    @BeforeEach
    void open() {
        fixture = new UserDataFixture(engine);
        ann = fixture.ann.owner();
        notes = new Notes(fixture.database, () -> now);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Note save(NoteTarget target, String text) {
        return notes.save(ann, target, new NoteText(text, false));
    }

    private String text(NoteTarget target) {
        return notes.find(fixture.ann, target).map(Note::text).orElse("");
    }

    private static NoteText text(String text) {
        return new NoteText(text, false);
    }

    @Test
    void aNoteIsStoredReadAndReplaced() {
        Note first = save(MOVIE, "  With Bob.\n");
        now = now.plusSeconds(60);
        Note second = notes.save(ann, MOVIE, new NoteText("Alone.", true));

        assertThat(first)
                .isEqualTo(new Note(first.id(), MOVIE, "With Bob.", false, UserDataFixture.NOW, UserDataFixture.NOW));
        assertThat(second).isEqualTo(new Note(first.id(), MOVIE, "Alone.", true, UserDataFixture.NOW, now));
        assertThat(notes.find(fixture.ann, MOVIE)).contains(second);
        assertThat(text(OTHER)).isEmpty();
    }

    @Test
    void itemsOfEachKindAndPeopleHaveNotes() {
        save(EPISODE, "The one with the boat.");
        save(PERSON, "Also in the other one.");

        assertThat(text(EPISODE)).isEqualTo("The one with the boat.");
        assertThat(text(PERSON)).isEqualTo("Also in the other one.");
        assertThatThrownBy(() -> new NoteTarget(Kind.LIST, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTextHasAtMost500CodePoints() {
        assertThat(save(MOVIE, "😀".repeat(500)).text()).hasSize(1_000);
        assertThatThrownBy(() -> text("a".repeat(501)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        rejected -> assertThat(rejected.problem())
                                .isEqualTo(new Problem.NotAllowed("a note has at most 500 characters")));
        assertThatThrownBy(() -> text(" \u0000\n ")).isInstanceOf(ProblemException.class);
    }

    @Test
    void aChangeOfAnotherStateIsRejectedAndTheStoredNoteIsReturned() {
        Note seen = save(MOVIE, "first");
        Note changed = notes.save(ann, MOVIE, text("second"), seen.changedAt())
                .stored()
                .orElseThrow();

        NoteChange late = notes.save(ann, MOVIE, text("third"), seen.changedAt());
        NoteChange unaware = notes.save(ann, MOVIE, text("third"), null);

        assertThat(changed.changedAt()).isAfter(seen.changedAt());
        assertThat(late.isDone()).isFalse();
        assertThat(late.stored()).contains(changed);
        assertThat(unaware).isEqualTo(late);
        assertThat(text(MOVIE)).isEqualTo("second");
        assertThat(notes.save(ann, OTHER, text("new"), UserDataFixture.NOW).isDone())
                .isFalse();
        assertThat(notes.save(ann, OTHER, text("new"), null).isDone()).isTrue();
    }

    @Test
    void ofConcurrentFirstNotesOneIsStored() {
        List<CompletableFuture<NoteChange>> all = IntStream.range(0, 8)
                .mapToObj(number ->
                        CompletableFuture.supplyAsync(() -> notes.save(ann, MOVIE, text("note " + number), null)))
                .toList();

        assertThat(all.stream().map(CompletableFuture::join).filter(NoteChange::isDone))
                .hasSize(1);
    }

    @Test
    void aDeletedNoteIsPutBackWithinTenMinutes() {
        Note seen = save(MOVIE, "text");
        Instant deleted = notes.delete(ann, MOVIE, seen.changedAt()).orElseThrow();
        assertThat(text(MOVIE)).isEmpty();
        assertThat(notes.page(fixture.ann, Kind.MOVIE, null, 10)).isEmpty();

        assertThat(notes.restore(BOB, MOVIE, deleted)).isFalse();
        assertThat(notes.restore(ann, MOVIE, deleted.plusMillis(1))).isFalse();
        assertThat(notes.restore(ann, MOVIE, deleted)).isTrue();
        assertThat(text(MOVIE)).isEqualTo("text");
        assertThat(notes.restore(ann, MOVIE, deleted)).isFalse();
        assertThat(notes.delete(ann, MOVIE, seen.changedAt())).isEmpty();
    }

    @Test
    void aNewNoteTakesThePlaceOfADeletedOne() {
        Note seen = save(MOVIE, "old");
        Instant deleted = notes.delete(ann, MOVIE, seen.changedAt()).orElseThrow();
        now = now.plusSeconds(1);

        Note next = notes.save(ann, MOVIE, text("new"), null).stored().orElseThrow();

        assertThat(next.id()).isNotEqualTo(seen.id());
        assertThat(next.createdAt()).isEqualTo(now);
        assertThat(notes.restore(ann, MOVIE, deleted)).isFalse();
        assertThat(text(MOVIE)).isEqualTo("new");
    }

    @Test
    void deletedNotesArePurgedAfterTenMinutes() {
        save(OTHER, "stays");
        Instant deleted =
                notes.delete(ann, MOVIE, save(MOVIE, "text").changedAt()).orElseThrow();
        now = now.plus(Duration.ofMinutes(9));
        assertThat(notes.purgeExpired()).isZero();
        now = now.plus(Duration.ofMinutes(2));

        assertThat(notes.restore(ann, MOVIE, deleted)).isFalse();
        assertThat(notes.purgeExpired()).isEqualTo(1);
        assertThat(text(OTHER)).isEqualTo("stays");
    }

    @Test
    void aUserHasALimitedNumberOfNotes() {
        Notes few = new Notes(fixture.database, () -> now, 1);
        few.save(ann, MOVIE, text("first"));
        few.save(ann, MOVIE, text("again"));

        assertThatThrownBy(() -> few.save(ann, OTHER, text("second")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        rejected -> assertThat(rejected.problem()).isEqualTo(new Problem.TooMany(1, "notes")));
        few.save(BOB, OTHER, text("of another user"));
    }

    @Test
    void pagesAreOrderedByItem() {
        for (int movie = 5; movie > 0; movie--) {
            save(NoteTarget.of(new MovieId(movie)), "note " + movie);
        }
        List<Note> first = notes.page(fixture.ann, Kind.MOVIE, null, 3);

        assertThat(first).extracting(Note::text).containsExactly("note 1", "note 2", "note 3");
        assertThat(notes.page(fixture.ann, Kind.MOVIE, first.getLast(), 3))
                .extracting(Note::text)
                .containsExactly("note 4", "note 5");
    }

    @Test
    void aMergeOfTwoItemsKeepsBothTexts() {
        save(MOVIE, "of the one");
        save(OTHER, "of the other");
        merge(2, 1);

        assertThat(text(OTHER)).isEmpty();
        assertThat(text(MOVIE)).isEqualTo("of the one\nof the other");
        merge(2, 1);
        assertThat(text(MOVIE)).isEqualTo("of the one\nof the other");
    }

    @Test
    void aMergeBringsNoDeletedNoteBack() {
        save(MOVIE, "kept");
        notes.delete(ann, OTHER, save(OTHER, "deleted").changedAt());
        merge(2, 1);

        assertThat(text(MOVIE)).isEqualTo("kept");
    }

    private void merge(long from, long to) {
        List<UserDataMove> moves = List.of(new UserDataMove(Kind.MOVIE, from, to, 0, now));
        fixture.database.write((Tx tx) -> {
            List<Long> users = Notes.mover(new ActivityStamps()).affectedUsers(tx, moves, 0, 10);
            users.forEach(user -> Notes.mover(new ActivityStamps()).migrate(tx, user, moves, now));
            return users;
        });
    }
}
