package dev.spoolmark.calendar.feed;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.core.Base32;
import dev.spoolmark.core.Sha256;
import dev.spoolmark.db.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The secret addresses of calendars, at most one for each user (`docs/security.md#calendar-addresses`). A token
/// has 260 random bits; only its SHA-256 is stored. It stays valid when the password changes, until the user
/// revokes it.
public final class CalendarFeeds {

    private static final int CHARACTERS = 52;
    private static final Pattern TOKEN = Pattern.compile("[a-z2-7]{52}");

    private final Database database;
    private final InstantSource clock;
    private final CalendarFeedStore store = new CalendarFeedStore();

    public CalendarFeeds(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Creates the token of a user. An earlier one is revoked.
    ///
    /// @return the token, which cannot be read again: 52 lower-case letters and digits
    public String create(UserId user) {
        String token = Base32.random(CHARACTERS).toLowerCase(Locale.ROOT);
        Instant now = clock.instant();
        database.write(tx -> {
            store.save(tx, user, Sha256.hex(token), now);
            return true;
        });
        return token;
    }

    /// Revokes the token of a user.
    ///
    /// @return whether there was one
    public boolean revoke(UserId user) {
        return database.write(tx -> store.delete(tx, user));
    }

    /// When the token of a user was created; empty if there is none.
    public Optional<Instant> createdAt(UserId user) {
        return database.read(tx -> store.createdAt(tx, user));
    }

    /// The user of a token. The comparison is one of hashes, in the index of the database.
    public Optional<UserId> owner(String token) {
        return TOKEN.matcher(token).matches()
                ? database.read(tx -> store.owner(tx, Sha256.hex(token)))
                : Optional.empty();
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(UserRows.of("calendar_feed_owner", "token_hash"), UserRows.of("calendar_feed"));
    }
}
