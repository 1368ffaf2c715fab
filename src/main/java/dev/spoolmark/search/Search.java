package dev.spoolmark.search;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.PersonId;
import dev.spoolmark.store.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// Finds things and people by words, best first. What only one person has named so far is not found
/// (`decisions.md` 2).
///
/// Nothing is opened before somebody searches. Then the index is there, or is made.
public final class Search implements AutoCloseable {

    private final Database database;
    private final InstantSource clock;
    private final IndexPlace place;
    private final ReentrantLock opening = new ReentrantLock();
    private volatile @Nullable Open open;

    public Search(Database database, InstantSource clock, IndexPlace place) {
        this.database = database;
        this.clock = clock;
        this.place = place;
    }

    private record Open(TitleIndex index, Upkeep upkeep) {}

    public List<MovieId> movies(String text, int limit) {
        return find(Subject.MOVIE, text, limit, MovieId::new);
    }

    public List<ShowId> shows(String text, int limit) {
        return find(Subject.SHOW, text, limit, ShowId::new);
    }

    public List<EpisodeId> episodes(String text, int limit) {
        return find(Subject.EPISODE, text, limit, EpisodeId::new);
    }

    public List<PersonId> people(String text, int limit) {
        return find(Subject.PERSON, text, limit, PersonId::new);
    }

    /// Everybody who has an account here and does not wish otherwise, by the name they go by; by their full name only
    /// those who are not protected.
    public List<UserId> users(String text, int limit) {
        return find(Subject.USER, text, limit, UserId::new);
    }

    /// Makes the index anew; says how many entries it has.
    public int rebuild() {
        Open opened = opened();
        opened.upkeep().rebuild();
        opened.index().commit();
        return opened.index().size();
    }

    @Override
    public void close() {
        opening.lock();
        try {
            Open opened = open;
            if (opened != null) {
                opened.index().close();
                open = null;
            }
        } finally {
            opening.unlock();
        }
    }

    private <I> List<I> find(Subject subject, String text, int limit, LongFunction<I> id) {
        Question question = Question.of(text);
        if (question.isBlank()) {
            return List.of();
        }
        Open opened = opened();
        opened.upkeep().catchUp();
        return opened.index().find(question, subject, limit).stream()
                .map(id::apply)
                .toList();
    }

    private Open opened() {
        Open opened = open;
        return opened != null ? opened : opening();
    }

    private Open opening() {
        opening.lock();
        try {
            Open opened = open;
            if (opened == null) {
                TitleIndex index = TitleIndex.open(place);
                opened = new Open(index, new Upkeep(database, clock, index));
                open = opened;
            }
            return opened;
        } finally {
            opening.unlock();
        }
    }
}
