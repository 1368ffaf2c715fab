package dev.spoolmark.search;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.PersonId;
import dev.spoolmark.db.Database;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.LongFunction;

/// Full-text search for items and users, best hits first. Provisional items are not found
/// (`docs/domain.md#unknown-titles`).
///
/// The index is opened, built and updated in the background. While there is none, titles and names are found by
/// prefix in the database.
public final class Search implements AutoCloseable {

    private final Database database;
    private final IndexLocation location;
    private final IndexLifecycle lifecycle;
    private final TitlePrefixStore prefixes = new TitlePrefixStore();

    public Search(Database database, InstantSource clock, IndexLocation location) {
        this(database, clock, location, IndexLifecycle.singleThread());
    }

    /// @param executor runs the build of the index; one that runs tasks at once builds it in the thread of the
    ///     search
    public Search(Database database, InstantSource clock, IndexLocation location, Executor executor) {
        this.database = database;
        this.location = location;
        this.lifecycle = new IndexLifecycle(database, clock, location, executor);
    }

    /// Starts to build a large index that does not exist yet, so that the first search finds it.
    ///
    /// A small or existing index is opened by the first search, and takes no memory before.
    public void prepare() {
        if (!location.hasCommit() && database.read(new SearchStore()::isLarge)) {
            lifecycle.start();
        }
    }

    /// Starts to open or build the index.
    void load() {
        lifecycle.start();
    }

    /// Whether there is no index yet and [#awaitIndex] may change that.
    public boolean mayBeReadySoon() {
        return lifecycle.mayCompleteSoon();
    }

    /// Waits up to some seconds for a small index that is being built; does not wait for a large one. The caller
    /// must not hold a permit or a lock.
    public void awaitIndex() {
        lifecycle.awaitBuild();
    }

    public List<MovieId> movies(String text, int limit) {
        return find(DocumentType.MOVIE, text, limit, MovieId::new);
    }

    public List<ShowId> shows(String text, int limit) {
        return find(DocumentType.SHOW, text, limit, ShowId::new);
    }

    public List<EpisodeId> episodes(String text, int limit) {
        return find(DocumentType.EPISODE, text, limit, EpisodeId::new);
    }

    public List<PersonId> people(String text, int limit) {
        return find(DocumentType.PERSON, text, limit, PersonId::new);
    }

    /// Finds users who are searchable, by user name; by full name only users who are not protected.
    public List<UserId> users(String text, int limit) {
        return find(DocumentType.USER, text, limit, UserId::new);
    }

    /// Movies, shows, people and users, as the methods for one kind find them. The index is compared with the
    /// database once.
    public SearchMatches all(String text, SearchLimits limits) {
        SearchQuery query = SearchQuery.of(text);
        if (query.isBlank()) {
            return SearchMatches.NONE;
        }
        Map<DocumentType, Integer> wanted = Map.of(
                DocumentType.MOVIE, limits.titles(),
                DocumentType.SHOW, limits.titles(),
                DocumentType.PERSON, limits.people(),
                DocumentType.USER, limits.users());
        Map<DocumentType, List<Long>> found = lifecycle.find(query, wanted).orElseGet(() -> byPrefix(text, wanted));
        return new SearchMatches(
                ids(found, DocumentType.MOVIE, MovieId::new),
                ids(found, DocumentType.SHOW, ShowId::new),
                ids(found, DocumentType.PERSON, PersonId::new),
                ids(found, DocumentType.USER, UserId::new));
    }

    private Map<DocumentType, List<Long>> byPrefix(String text, Map<DocumentType, Integer> limits) {
        Map<DocumentType, List<Long>> found = new EnumMap<>(DocumentType.class);
        limits.forEach((type, limit) -> found.put(type, database.read(tx -> prefixes.find(tx, type, text, limit))));
        return found;
    }

    private static <I> List<I> ids(Map<DocumentType, List<Long>> found, DocumentType type, LongFunction<I> id) {
        return found.getOrDefault(type, List.of()).stream().map(id::apply).toList();
    }

    /// Rebuilds the index.
    ///
    /// @return the number of documents
    /// @throws IndexLockedException if another process has the index open
    public int rebuild() {
        return lifecycle.rebuild();
    }

    @Override
    public void close() {
        lifecycle.close();
    }

    private <I> List<I> find(DocumentType type, String text, int limit, LongFunction<I> id) {
        SearchQuery query = SearchQuery.of(text);
        if (query.isBlank()) {
            return List.of();
        }
        return lifecycle
                .find(query, type, limit)
                .orElseGet(() -> database.read(tx -> prefixes.find(tx, type, text, limit)))
                .stream()
                .map(id::apply)
                .toList();
    }
}
