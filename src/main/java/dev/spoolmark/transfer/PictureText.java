package dev.spoolmark.transfer;

import dev.spoolmark.account.Account;
import dev.spoolmark.artwork.Image;
import dev.spoolmark.artwork.UserPictures;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The picture of a user, a small JPEG, as Base64.
record PictureText(UserPictures pictures) {

    /// Null if the user has no picture.
    @Nullable
    String of(Account account) {
        String hash = account.profile().avatar();
        Image image = hash == null ? null : pictures.find(hash).orElse(null);
        if (image == null) {
            return null;
        }
        try (InputStream bytes = image.bytes()) {
            return Base64.getEncoder().encodeToString(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
