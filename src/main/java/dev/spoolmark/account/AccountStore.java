package dev.spoolmark.account;

import dev.spoolmark.account.auth.Credentials;
import dev.spoolmark.core.Problem;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// SQL for accounts, user names and e-mail addresses.
final class AccountStore {

    private static final int ACTIVE = 1;
    private static final String COLUMNS = """
            user_id, name, email, protected, vip, admin, full_name, gender, age, location, about, avatar,
            time_zone, rating_mode, clock_24h, comment_badges, comment_spoilers, joined, last_login, cred_version,
            password_hash, state, language, week_start, rating_scale, theme, audiences, keyboard, spoilers
            """;

    /// Precedes the hash of a random password, which nobody knows.
    private static final String RANDOM = "random$";

    private AccountStore() {}

    static Optional<UserId> owner(Tx tx, String nameKey) {
        return tx.findFirst(
                "SELECT user_id FROM account_name WHERE name_key = ?", row -> new UserId(row.getLong(1)), nameKey);
    }

    static Optional<Credentials> credentials(Tx tx, UserId user) {
        return tx.findFirst(
                "SELECT " + COLUMNS + ", second_factor, v1_password FROM account WHERE user_id = ?",
                AccountStore::credentials,
                user.value());
    }

    static Optional<UserId> emailOwner(Tx tx, String emailKey) {
        return tx.findFirst(
                "SELECT user_id FROM account_email WHERE email_key = ?", row -> new UserId(row.getLong(1)), emailKey);
    }

    static List<Account> active(Tx tx, List<Long> users) {
        List<Account> found = new ArrayList<>();
        users.stream().gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS)).forEach(batch -> {
            String sql = "SELECT " + COLUMNS + " FROM account WHERE user_id IN (" + Tx.placeholders(batch.size())
                    + ") AND state = ? ORDER BY user_id";
            found.addAll(tx.query(sql, AccountStore::account, Tx.padToPlaceholders(batch), ACTIVE));
        });
        return found;
    }

    static boolean isSearchable(Tx tx, UserId user) {
        String sql = "SELECT 1 FROM account WHERE user_id = ? AND state = ? AND NOT unsearchable";
        return tx.findFirst(sql, row -> true, user.value(), ACTIVE).isPresent();
    }

    static long count(Tx tx) {
        return tx.findFirst("SELECT count(*) FROM account WHERE state = ?", row -> row.getLong(1), ACTIVE)
                .orElse(0L);
    }

    /// Reserves the name for the user. Of two concurrent transactions, the second waits for the first.
    ///
    /// @return whether the name was free
    static boolean claimName(Tx tx, String nameKey, UserId user) {
        String sql = "INSERT INTO account_name (name_key, user_id) VALUES (?, ?) ON CONFLICT (name_key) DO NOTHING";
        return tx.update(sql, nameKey, user.value()) == 1;
    }

    static void releaseName(Tx tx, String nameKey, UserId user) {
        tx.update("DELETE FROM account_name WHERE name_key = ? AND user_id = ?", nameKey, user.value());
    }

    static boolean claimEmail(Tx tx, String emailKey, UserId user) {
        String sql = "INSERT INTO account_email (email_key, user_id) VALUES (?, ?) ON CONFLICT (email_key) DO NOTHING";
        return tx.update(sql, emailKey, user.value()) == 1;
    }

    /// The problems if the name or the e-mail address is taken; a check before the password is hashed.
    static List<Problem> conflicts(Tx tx, @Nullable String name, @Nullable String email) {
        List<Problem> problems = new ArrayList<>();
        if (name != null && owner(tx, UserNameRules.key(name)).isPresent()) {
            problems.add(new Problem.Taken(name, "username"));
        }
        if (email != null && hasEmail(tx, UserNameRules.emailKey(email))) {
            problems.add(new Problem.Taken(email, "e-mail"));
        }
        return problems;
    }

    private static boolean hasEmail(Tx tx, String emailKey) {
        return emailOwner(tx, emailKey).isPresent();
    }

    static void insert(Tx tx, Account account, String verifier, boolean hasPassword, Instant now) {
        Profile profile = account.profile();
        Preferences preferences = account.preferences();
        tx.update(
                "INSERT INTO account (" + COLUMNS + ", created_at, changed_at) VALUES (" + "?, ".repeat(30) + "?)",
                account.id().value(),
                account.name(),
                account.email(),
                account.isProtected(),
                account.vip(),
                account.admin(),
                profile.fullName(),
                key(profile.gender()),
                profile.age(),
                profile.location(),
                profile.about(),
                profile.avatar(),
                preferences.timeZone().getId(),
                preferences.ratingMode().key(),
                preferences.clock24Hours(),
                preferences.commentBadges(),
                preferences.commentSpoilers(),
                account.joined(),
                account.lastLogin(),
                account.credVersion(),
                hasPassword ? verifier : RANDOM + verifier,
                ACTIVE,
                preferences.pages().language().key(),
                preferences.pages().weekStart().key(),
                preferences.pages().ratingScale().key(),
                preferences.pages().theme().key(),
                account.audiences().text(),
                preferences.pages().keyboard(),
                preferences.pages().spoilers().key(),
                now,
                now);
    }

    static void signedIn(Tx tx, UserId user, Instant at) {
        tx.update("UPDATE account SET last_login = ? WHERE user_id = ?", at, user.value());
    }

    /// Stores a new hash of the same password, unless the password has changed in the meantime.
    static void renewVerifier(Tx tx, Account account, String verifier) {
        tx.update(
                "UPDATE account SET password_hash = ? WHERE user_id = ? AND cred_version = ?",
                verifier,
                account.id().value(),
                account.credVersion());
    }

    /// Sets `changed_at`, by which derived data is updated.
    static int change(Tx tx, UserId user, AccountPatch patch, Instant now) {
        Boolean searchable = patch.searchable();
        return tx.update("""
                UPDATE account SET unsearchable = coalesce(CAST(? AS BOOLEAN), unsearchable),
                    protected = coalesce(CAST(? AS BOOLEAN), protected), changed_at = ?
                WHERE user_id = ?
                """, searchable == null ? null : !searchable, patch.isProtected(), now, user.value());
    }

    static int changePassword(Tx tx, UserId user, String verifier, Instant now) {
        return tx.update(
                "UPDATE account SET password_hash = ?, cred_version = cred_version + 1, changed_at = ? WHERE user_id = ?",
                verifier,
                now,
                user.value());
    }

    private static @Nullable String key(@Nullable Gender gender) {
        return gender == null ? null : gender.key();
    }

    private static Credentials credentials(Row row) {
        String stored = row.getString(21);
        boolean hasPassword = !stored.startsWith(RANDOM);
        return new Credentials(
                account(row),
                hasPassword ? stored : stored.substring(RANDOM.length()),
                hasPassword,
                row.getInt(22) == ACTIVE,
                row.getBoolean(30),
                row.getBoolean(31));
    }

    private static Account account(Row row) {
        return new Account(
                new UserId(row.getLong(1)),
                row.getString(2),
                row.textOrNull(3),
                row.getBoolean(4),
                row.getBoolean(5),
                row.getBoolean(6),
                profile(row),
                preferences(row),
                row.instant(18),
                row.instantOrNull(19),
                row.getLong(20),
                SectionAudiences.parse(row.getString(27)));
    }

    private static Profile profile(Row row) {
        String gender = row.textOrNull(8);
        return new Profile(
                row.textOrNull(7),
                gender == null ? null : Gender.of(gender),
                row.countOrNull(9),
                row.textOrNull(10),
                row.textOrNull(11),
                row.textOrNull(12));
    }

    private static Preferences preferences(Row row) {
        return new Preferences(
                zone(row.getString(13)),
                RatingMode.of(row.getString(14)),
                row.getBoolean(15),
                row.getBoolean(16),
                row.getBoolean(17),
                pages(row));
    }

    /// A value that this version does not know counts as the default: a newer version wrote it.
    private static PageSettings pages(Row row) {
        PageSettings fallback = PageSettings.DEFAULT;
        return new PageSettings(
                Language.ofKey(row.getString(23)).orElse(fallback.language()),
                WeekStart.ofKey(row.getString(24)).orElse(fallback.weekStart()),
                RatingScale.ofKey(row.getString(25)).orElse(fallback.ratingScale()),
                Theme.ofKey(row.getString(26)).orElse(fallback.theme()),
                row.getBoolean(28),
                SpoilerLevel.ofKey(row.getString(29)).orElse(fallback.spoilers()));
    }

    /// UTC if this JDK does not know the zone, which another JDK may have stored.
    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
