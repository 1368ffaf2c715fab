package dev.spoolmark.note;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.TableMover;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.catalog.merge.UserItemRows;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.social.ProfileView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Notes of users: at most one about each item, which only its author can read.
public final class Notes {

    /// The highest number of notes of one user (`docs/security.md#quotas`).
    public static final int MAX_NOTES = 100_000;

    private static final Duration UNDO_TIME = Duration.ofMinutes(10);

    private final Database database;
    private final InstantSource clock;
    private final int max;
    private final NoteStore store = new NoteStore();

    public Notes(Database database, InstantSource clock) {
        this(database, clock, MAX_NOTES);
    }

    Notes(Database database, InstantSource clock, int max) {
        this.database = database;
        this.clock = clock;
        this.max = max;
    }

    /// All notes as rows, for imports.
    public static UserItemRows rows() {
        return new UserItemRows(NoteStore.TABLE);
    }

    /// Moves notes when two items are merged.
    public static UserDataMover mover(ActivityStamps stamps) {
        return new TableMover(NoteStore.TABLE, Optional.empty(), stamps);
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(UserRows.of("note", "kind", "item_id", "attachment", "attached_id")
                .shownAs("notes"));
    }

    /// The note of a user about an item.
    ///
    /// @param self the view of the user on their own profile
    public Optional<Note> find(ProfileView self, NoteTarget target) {
        return database.read(tx -> store.find(tx, self.ownerAlone(), target));
    }

    /// The notes of a user about items of a kind, by the id of the item.
    ///
    /// @param self the view of the user on their own profile
    /// @param after the last one of the page before; null for the first page
    public List<Note> page(ProfileView self, Kind kind, @Nullable Note after, int size) {
        long item = after == null ? 0 : after.target().item();
        return database.read(tx -> store.page(tx, self.ownerAlone(), kind, item, size));
    }

    /// Stores a note, in place of one about the same item.
    ///
    /// @return the note
    /// @throws ProblemException with [Problem.TooMany] if the user has 100,000 notes
    public Note save(UserId user, NoteTarget target, NoteText text) {
        return saveIf(user, target, text, present -> true).stored().orElseThrow();
    }

    /// Stores a note if its present state is the one that the author has seen.
    ///
    /// @param seen when that state was written; null if there was no note
    /// @throws ProblemException with [Problem.TooMany] if the user has 100,000 notes
    public NoteChange save(UserId user, NoteTarget target, NoteText text, @Nullable Instant seen) {
        return saveIf(user, target, text, present -> isSame(present, seen));
    }

    private NoteChange saveIf(UserId user, NoteTarget target, NoteText text, Predicate<Optional<Note>> isExpected) {
        Instant now = now();
        return database.write(tx -> {
            boolean exists = store.lock(tx, user, target);
            Optional<Note> present = store.find(tx, user, target);
            if (!isExpected.test(present)) {
                return new NoteChange(false, present);
            }
            if (present.isEmpty()) {
                requireQuota(tx, user);
            }
            if (!exists && store.add(tx, user, target, text, now)) {
                return new NoteChange(true, store.find(tx, user, target));
            }
            // Another request may have added a note after the lock found none.
            present = store.find(tx, user, target);
            boolean isDone = isExpected.test(present);
            if (isDone) {
                store.replace(tx, user, target, text, now);
            }
            return new NoteChange(isDone, store.find(tx, user, target));
        });
    }

    /// Deletes a note if its present state is the one that the author has seen. It can be put back for 10 minutes.
    ///
    /// @param seen when that state was written
    /// @return the time of the deletion, for [#restore]; empty if the note was changed or deleted meanwhile
    public Optional<Instant> delete(UserId user, NoteTarget target, Instant seen) {
        Instant now = now();
        return database.write(tx -> {
            store.lock(tx, user, target);
            return isSame(store.find(tx, user, target), seen) && store.delete(tx, user, target, now) == 1
                    ? Optional.of(now)
                    : Optional.empty();
        });
    }

    /// Puts a note back, unless the user has written another one about the item meanwhile.
    ///
    /// @param deletedAt the time of the deletion
    /// @return whether it is back
    public boolean restore(UserId user, NoteTarget target, Instant deletedAt) {
        if (deletedAt.isBefore(now().minus(UNDO_TIME))) {
            return false;
        }
        return database.write(tx -> store.restore(tx, user, target, deletedAt)) == 1;
    }

    /// Deletes what can no longer be put back, of all users.
    public int purgeExpired() {
        Instant before = now().minus(UNDO_TIME);
        return database.write(tx -> store.purge(tx, before));
    }

    private void requireQuota(Tx tx, UserId user) {
        if (store.count(tx, user) >= max) {
            throw new ProblemException(new Problem.TooMany(max, "notes"));
        }
    }

    private static boolean isSame(Optional<Note> present, @Nullable Instant seen) {
        return present.map(Note::changedAt).equals(Optional.ofNullable(seen));
    }

    /// With the precision of the database, so that [#restore] finds it again.
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
