package dev.spoolmark.search;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.PersonId;
import dev.spoolmark.db.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongFunction;

/// Finds things and people by words, best first. What only one person has named so far is not found
/// (`docs/domain.md#unknown-titles`).
///
/// The index is opened, built and brought up to the store beside the requests. While there is none, titles and names
/// are found by their beginning in the store.
public final class Search implements AutoCloseable {

    private final Database database;
    private final IndexLocation location;
    private final IndexLifecycle keeper;
    private final TitlePrefixStore prefixes = new TitlePrefixStore();

    public Search(Database database, InstantSource clock, IndexLocation location) {
        this(database, clock, location, IndexLifecycle.oneThread());
    }

    /// @param executor where the index is built; in the thread that searches when it runs everything at once
    public Search(Database database, InstantSource clock, IndexLocation location, Executor executor) {
        this.database = database;
        this.location = location;
        this.keeper = new IndexLifecycle(database, clock, location, executor);
    }

    /// Begins to build an index that takes long, so that the first search has it already.
    ///
    /// One that is small or there already is opened by the first search. Until then it takes no memory.
    public void prepare() {
        if (!location.isKept() && database.read(new SearchStore()::isLarge)) {
            keeper.start();
        }
    }

    /// Begins to open or build the index.
    void load() {
        keeper.start();
    }

    /// Whether there is no index yet and [#awaitIndex] may bring one.
    public boolean isSoonReady() {
        return keeper.isSoonComplete();
    }

    /// Waits for a small index that is being built, a few seconds at most; not for one that takes longer. The caller
    /// holds nothing that others wait for.
    public void awaitIndex() {
        keeper.awaitSoon();
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

    /// Everybody who has an account here and does not wish otherwise, by the name they go by; by their full name
    /// only those who are not protected.
    public List<UserId> users(String text, int limit) {
        return find(DocumentType.USER, text, limit, UserId::new);
    }

    /// Reads everything into a new index; says how many entries it has.
    ///
    /// @throws IndexInUse when another process has the index open
    public int rebuild() {
        return keeper.rebuild();
    }

    @Override
    public void close() {
        keeper.close();
    }

    private <I> List<I> find(DocumentType subject, String text, int limit, LongFunction<I> id) {
        SearchQuery question = SearchQuery.of(text);
        if (question.isBlank()) {
            return List.of();
        }
        return keeper
                .find(question, subject, limit)
                .orElseGet(() -> database.read(tx -> prefixes.find(tx, subject, text, limit)))
                .stream()
                .map(id::apply)
                .toList();
    }
}
