package dev.spoolmark.lists;

import dev.spoolmark.account.UserId;
import dev.spoolmark.core.Base32;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Sha256;
import dev.spoolmark.db.Database;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The secret addresses of lists of [Privacy#LINK] (`docs/security.md#addresses-of-lists`). A token has 260
/// random bits; only its SHA-256 is stored. It is valid until the owner replaces it or changes who may see the
/// list.
public final class ListLinks {

    private static final int CHARACTERS = 52;
    private static final Pattern TOKEN = Pattern.compile("[a-z2-7]{52}");

    private final Database database;
    private final Lists lists;
    private final ListLinkStore store = new ListLinkStore();

    ListLinks(Database database, Lists lists) {
        this.database = database;
        this.lists = lists;
    }

    /// Creates the token of a list. An earlier one is revoked.
    ///
    /// @return the token, which cannot be read again: 52 lower-case letters and digits
    /// @throws ProblemException with [Problem.NotFound] if the owner has no such list, with
    /// [Problem.NotAllowed] if the list is not one of [Privacy#LINK]
    public String create(UserId owner, String slug) {
        String token = Base32.random(CHARACTERS).toLowerCase(Locale.ROOT);
        database.write(tx -> {
            UserList list = lists.get(tx, owner, slug);
            if (!ListItemStore.lock(tx, list) || list.traits().privacy() != Privacy.LINK) {
                throw new ProblemException(new Problem.NotAllowed("the list has no secret address"));
            }
            store.save(tx, list, Sha256.hex(token));
            return true;
        });
        return token;
    }

    /// Revokes the token of a list.
    ///
    /// @throws ProblemException with [Problem.NotFound] if the owner has no such list
    public void revoke(UserId owner, String slug) {
        database.write(tx -> {
            store.delete(tx, lists.get(tx, owner, slug));
            return true;
        });
    }

    /// The list of a token. The comparison is one of hashes, in the index of the database.
    public Optional<UserList> find(String token) {
        return TOKEN.matcher(token).matches()
                ? database.read(tx -> store.find(tx, Sha256.hex(token)))
                : Optional.empty();
    }
}
