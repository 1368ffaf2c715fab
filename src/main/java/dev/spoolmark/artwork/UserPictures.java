package dev.spoolmark.artwork;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.core.Sha256;
import dev.spoolmark.db.Database;
import java.io.ByteArrayInputStream;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Pictures that users show of themselves, in the database, so that backups contain them.
public final class UserPictures {

    /// Largest file that is accepted, in bytes (`docs/security.md#input-limits`).
    public static final int LARGEST_FILE = 10 * 1024 * 1024;

    private static final int HASH_LENGTH = 32;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}");

    private final Database database;
    private final Accounts accounts;
    private final InstantSource clock;

    public UserPictures(Database database, Accounts accounts, InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// Replaces the picture of a user by the middle of a JPEG or PNG, without the metadata of the file. Decodes one
    /// picture at a time.
    ///
    /// @return false if the file is of another kind, damaged, or has too many pixels
    public boolean replace(Account account, byte[] file) {
        Optional<byte[]> square = SquarePicture.of(file);
        square.ifPresent(jpeg -> {
            String hash =
                    HexFormat.of().formatHex(Sha256.newDigest().digest(jpeg)).substring(0, HASH_LENGTH);
            database.write(tx -> {
                accounts.settings().changePicture(tx, account.id(), hash);
                UserPictureStore.replace(
                        tx, account.id(), hash, Base64.getEncoder().encodeToString(jpeg), clock.instant());
                return hash;
            });
            accounts.cache().invalidate(account.id());
        });
        return square.isPresent();
    }

    /// Removes the picture of a user, if any.
    public void remove(Account account) {
        database.write(tx -> {
            accounts.settings().changePicture(tx, account.id(), null);
            UserPictureStore.delete(tx, account.id());
            return account;
        });
        accounts.cache().invalidate(account.id());
    }

    /// The picture with this hash; empty for any other text.
    public Optional<Image> find(String hash) {
        return HASH.matcher(hash).matches()
                ? database.read(tx -> UserPictureStore.find(tx, hash))
                        .map(text -> Base64.getDecoder().decode(text))
                        .map(jpeg ->
                                new Image(new ByteArrayInputStream(jpeg), jpeg.length, ImageFormat.JPEG.type(), hash))
                : Optional.empty();
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(UserRows.of("user_picture"));
    }
}
