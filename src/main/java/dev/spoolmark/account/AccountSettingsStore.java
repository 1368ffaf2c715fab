package dev.spoolmark.account;

import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Updates of one active account. Each method returns the number of changed rows, 0 or 1.
///
/// `changed_at` rises where derived data depends on the change.
final class AccountSettingsStore {

    private static final int ACTIVE = 1;

    private AccountSettingsStore() {}

    static int changePreferences(Tx tx, UserId user, Preferences preferences) {
        PageSettings pages = preferences.pages();
        return tx.update(
                """
                UPDATE account SET time_zone = ?, rating_mode = ?, clock_24h = ?, comment_badges = ?,
                    comment_spoilers = ?, language = ?, week_start = ?, rating_scale = ?, theme = ?, keyboard = ?,
                    spoilers = ?
                WHERE user_id = ? AND state = ?
                """,
                preferences.timeZone().getId(),
                preferences.ratingMode().key(),
                preferences.clock24Hours(),
                preferences.commentBadges(),
                preferences.commentSpoilers(),
                pages.language().key(),
                pages.weekStart().key(),
                pages.ratingScale().key(),
                pages.theme().key(),
                pages.keyboard(),
                pages.spoilers().key(),
                user.value(),
                ACTIVE);
    }

    static int changeProfile(Tx tx, UserId user, Profile profile, Instant now) {
        Gender gender = profile.gender();
        return tx.update(
                """
                UPDATE account SET full_name = ?, gender = ?, age = ?, location = ?, about = ?, avatar = ?, changed_at = ?
                WHERE user_id = ? AND state = ?
                """,
                profile.fullName(),
                gender == null ? null : gender.key(),
                profile.age(),
                profile.location(),
                profile.about(),
                profile.avatar(),
                now,
                user.value(),
                ACTIVE);
    }

    static int changePicture(Tx tx, UserId user, @Nullable String hash, Instant now) {
        return tx.update(
                "UPDATE account SET avatar = ?, changed_at = ? WHERE user_id = ? AND state = ?",
                hash,
                now,
                user.value(),
                ACTIVE);
    }

    static int changePasswordOnV1(Tx tx, UserId user, boolean allowed) {
        return tx.update(
                "UPDATE account SET v1_password = ? WHERE user_id = ? AND state = ?", allowed, user.value(), ACTIVE);
    }

    static int changeAudiences(Tx tx, UserId user, SectionAudiences audiences, Instant now) {
        return tx.update(
                "UPDATE account SET audiences = ?, changed_at = ? WHERE user_id = ? AND state = ?",
                audiences.text(),
                now,
                user.value(),
                ACTIVE);
    }

    static Optional<String> findEmail(Tx tx, UserId user) {
        return tx.findFirst(
                "SELECT email FROM account WHERE user_id = ? AND email IS NOT NULL",
                row -> row.getString(1),
                user.value());
    }

    static void releaseEmail(Tx tx, UserId user) {
        findEmail(tx, user)
                .ifPresent(email -> tx.update(
                        "DELETE FROM account_email WHERE email_key = ? AND user_id = ?",
                        UserNameRules.emailKey(email),
                        user.value()));
    }

    static int changeEmail(Tx tx, UserId user, @Nullable String email, Instant now) {
        return tx.update(
                "UPDATE account SET email = ?, changed_at = ? WHERE user_id = ? AND state = ?",
                email,
                now,
                user.value(),
                ACTIVE);
    }
}
