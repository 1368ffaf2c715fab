package dev.spoolmark.search;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/// The index itself: puts entries in, and finds their numbers by words.
///
/// What was put in is found after [#publish] or [#show], and kept on disk after [#commit] or [#close]: what is lost
/// in between is read from the store again, since the mark is lost with it.
final class SearchIndex implements AutoCloseable {

    /// The kind of hit first, then how well known it is, here and elsewhere; the number keeps the order the same on
    /// every machine.
    private static final Sort BEST_FIRST = new Sort(
            SortField.FIELD_SCORE,
            new SortField(IndexFields.VOTES, SortField.Type.LONG, true),
            new SortField(IndexFields.POPULARITY, SortField.Type.LONG, true),
            new SortField(IndexFields.NUMBER, SortField.Type.LONG));

    private static final int NUMBER_IN_SORT = 3;

    /// What a build may take of the heap.
    private static final double MEGABYTES_BEFORE_FLUSH = 8;

    private static final System.Logger LOG = System.getLogger(SearchIndex.class.getName());

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile IndexCheckpoint mark;

    /// Whether something was put in that the mark does not say.
    private boolean isAhead;

    private volatile boolean writable = true;

    private SearchIndex(Directory directory, IndexWriter writer) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.mark = IndexCheckpoint.read(liveData(writer));
        if (mark.equals(IndexCheckpoint.NONE)) {
            writer.deleteAll(); // of another form
        }
        this.searchers = new SearcherManager(writer, null);
    }

    /// An index that cannot be read is replaced by an empty one.
    ///
    /// @param damaged whether that is known already
    static SearchIndex open(IndexLocation location, boolean damaged) {
        try {
            Directory directory = location.open();
            if (damaged) {
                return emptied(directory);
            }
            try {
                return begun(directory);
            } catch (CorruptIndexException
                    | IndexFormatTooOldException
                    | IndexFormatTooNewException
                    | EOFException
                    | FileNotFoundException
                    | NoSuchFileException unreadable) {
                return emptied(directory);
            }
        } catch (LockObtainFailedException e) {
            throw new IndexLockedException(e);
        } catch (IOException e) {
            throw new UncheckedIOException("the search index cannot be opened", e);
        }
    }

    private static SearchIndex emptied(Directory directory) throws IOException {
        try (Lock _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            IndexLocation.clear(directory);
        }
        return begun(directory);
    }

    private static SearchIndex begun(Directory directory) throws IOException {
        IndexWriter writer =
                new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(MEGABYTES_BEFORE_FLUSH));
        try {
            return new SearchIndex(directory, writer);
        } catch (IOException e) {
            writer.rollback();
            throw e;
        }
    }

    IndexCheckpoint mark() {
        return mark;
    }

    /// Whether it was read from the store to the end once, so that what it does not find is not there.
    boolean isComplete() {
        return !mark.equals(IndexCheckpoint.NONE);
    }

    /// Whether changes can be put in; see [#stopWriting].
    boolean isWritable() {
        return writable;
    }

    /// Faster than [#put], for entries that are not there yet.
    void add(List<IndexDocument> entries) {
        putting(() -> writer.addDocuments(entries.stream()
                .filter(IndexDocument::listed)
                .map(IndexFields::document)
                .toList()));
    }

    void put(List<IndexDocument> entries) {
        putting(() -> {
            for (IndexDocument entry : entries) {
                if (entry.listed()) {
                    writer.updateDocument(IndexFields.key(entry.subject(), entry.id()), IndexFields.document(entry));
                } else {
                    writer.deleteDocuments(IndexFields.key(entry.subject(), entry.id()));
                }
            }
        });
    }

    void count(DocumentType subject, long id, long votes) {
        putting(() -> writer.updateNumericDocValue(IndexFields.key(subject, id), IndexFields.VOTES, votes));
    }

    /// Removes everything. It is found until something is shown.
    void clear() {
        putting(writer::deleteAll);
    }

    /// Removes everything at once.
    void reset() {
        clear();
        publish(IndexCheckpoint.NONE);
    }

    /// Lets everything that was put in be found. It is read again after a restart.
    void show() {
        doing(searchers::maybeRefreshBlocking);
    }

    /// Lets everything that was put in be found.
    void publish(IndexCheckpoint reached) {
        doing(() -> {
            writer.setLiveCommitData(reached.written().entrySet());
            searchers.maybeRefreshBlocking();
        });
        mark = reached;
        isAhead = false;
    }

    void commit() {
        doing(writer::commit);
    }

    int size() {
        return writer.getDocStats().numDocs;
    }

    /// The numbers of what was found, best first.
    List<Long> find(SearchQuery question, DocumentType subject, int limit) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                List<Long> found = new ArrayList<>();
                for (ScoreDoc hit : searcher.search(question.about(subject), limit, BEST_FIRST).scoreDocs) {
                    found.add((Long) ((FieldDoc) hit).fields[NUMBER_IN_SORT]);
                }
                return found;
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the search index cannot be read", e);
        } catch (AlreadyClosedException e) {
            throw new UncheckedIOException("the search index was closed", new IOException(e));
        }
    }

    /// Gives up what was not committed, after a failure. What was shown is still found.
    void stopWriting() {
        writable = false;
        try {
            writer.rollback();
        } catch (IOException | AlreadyClosedException e) {
            LOG.log(System.Logger.Level.DEBUG, "the search index was not closed", e);
        }
    }

    /// Commits, unless changes were put in that do not belong together yet.
    @Override
    public void close() {
        doing(() -> {
            searchers.close();
            if (isAhead) {
                writer.rollback();
            } else {
                writer.close();
            }
            directory.close();
        });
    }

    private static Map<String, String> liveData(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> written = writer.getLiveCommitData();
        if (written != null) {
            written.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    private void putting(Change change) {
        isAhead = true;
        doing(change);
    }

    private static void doing(Change change) {
        try {
            change.run();
        } catch (IOException e) {
            throw new UncheckedIOException("the search index cannot be written", e);
        } catch (AlreadyClosedException e) {
            throw new UncheckedIOException("the search index cannot be written", new IOException(e));
        }
    }

    private interface Change {

        void run() throws IOException;
    }
}
