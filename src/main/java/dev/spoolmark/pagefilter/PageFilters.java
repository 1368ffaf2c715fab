package dev.spoolmark.pagefilter;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The filters that users have last chosen, at most one for each user and page.
///
/// The names of pages come from the code; they have at most 60 characters.
public final class PageFilters {

    /// Largest number of characters of a filter. A longer one is not stored.
    public static final int LONGEST = 1_000;

    private static final int MAX_RESTORED = 200;
    private static final Pattern PAGE = Pattern.compile("[A-Za-z0-9/_.-]{1,100}");

    /// Characters of the query of an address (RFC 3986, 3.4).
    private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9._~%&=+,:;*!'()$@/?-]{1," + LONGEST + "}");

    private final Database database;
    private final InstantSource clock;
    private final PageFilterStore store = new PageFilterStore();

    public PageFilters(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The filter of a page as the query of an address; empty if there is none.
    public Optional<String> find(UserId user, String page) {
        return database.read(tx -> store.find(tx, user, page));
    }

    /// Stores the filter of a page in place of the one before. An empty one deletes it, one that is too long changes
    /// nothing.
    ///
    /// @param query encoded, without a question mark
    public void save(UserId user, String page, String query) {
        if (query.isEmpty()) {
            delete(user, page);
        } else if (query.length() <= LONGEST) {
            PageFilter filter = new PageFilter(page, query, clock.instant());
            database.write(tx -> {
                store.save(tx, user, filter);
                return true;
            });
        }
    }

    /// Stores the filter of a page of an import, if there is none.
    ///
    /// @param filter its query is not trusted
    /// @return false if there is one, or it cannot be the query of an address
    public static boolean restore(Tx tx, UserId user, PageFilter filter) {
        PageFilterStore store = new PageFilterStore();
        boolean isValid = PAGE.matcher(filter.page()).matches()
                && QUERY.matcher(filter.query()).matches();
        if (!isValid || store.find(tx, user, filter.page()).isPresent() || store.count(tx, user) >= MAX_RESTORED) {
            return false;
        }
        store.save(tx, user, filter);
        return true;
    }

    /// Deletes a filter that was restored, unless it has changed since.
    public static boolean undoRestore(Tx tx, UserId user, PageFilter filter) {
        PageFilterStore store = new PageFilterStore();
        return store.find(tx, user, filter.page())
                        .filter(filter.query()::equals)
                        .isPresent()
                && store.delete(tx, user, filter.page());
    }

    /// Deletes the filter of a page.
    ///
    /// @return whether there was one
    public boolean delete(UserId user, String page) {
        return database.write(tx -> store.delete(tx, user, page));
    }

    /// The filters of a user by the name of the page.
    ///
    /// @param after the last one of the page before; null for the first page
    public List<PageFilter> page(UserId user, @Nullable PageFilter after, int max) {
        return database.read(tx -> store.page(tx, user, after == null ? "" : after.page(), max));
    }

    /// What a deleted account leaves in the table of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(UserRows.of("page_filter", "page"));
    }
}
