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

/// The index: adds documents, and finds their ids by words.
///
/// Added documents can be found after [#publish] or [#show], and are durable after [#commit] or [#close].
/// Documents that are lost in between are read from the database again, since the checkpoint is lost with them.
final class SearchIndex implements AutoCloseable {

    /// By kind of hit, then by votes here and elsewhere, then by id, so that the order is the same on every
    /// machine.
    private static final Sort BEST_FIRST = new Sort(
            SortField.FIELD_SCORE,
            new SortField(IndexFields.VOTES, SortField.Type.LONG, true),
            new SortField(IndexFields.POPULARITY, SortField.Type.LONG, true),
            new SortField(IndexFields.ID, SortField.Type.LONG));

    private static final int ID_SORT_POSITION = 3;

    /// Memory for a build, in megabytes.
    private static final double MEGABYTES_BEFORE_FLUSH = 8;

    private static final System.Logger LOG = System.getLogger(SearchIndex.class.getName());

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile IndexCheckpoint checkpoint;

    /// Whether documents were added that the checkpoint does not cover.
    private boolean hasUncovered;

    private volatile boolean writable = true;

    private SearchIndex(Directory directory, IndexWriter writer) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.checkpoint = IndexCheckpoint.read(liveData(writer));
        if (checkpoint.equals(IndexCheckpoint.NONE)) {
            writer.deleteAll(); // of another form
        }
        this.searchers = new SearcherManager(writer, null);
    }

    /// Replaces an unreadable index by an empty one.
    ///
    /// @param corrupt whether the index is known to be unreadable
    static SearchIndex open(IndexLocation location, boolean corrupt) {
        try {
            Directory directory = location.open();
            if (corrupt) {
                return openEmpty(directory);
            }
            try {
                return start(directory);
            } catch (CorruptIndexException
                    | IndexFormatTooOldException
                    | IndexFormatTooNewException
                    | EOFException
                    | FileNotFoundException
                    | NoSuchFileException unreadable) {
                return openEmpty(directory);
            }
        } catch (LockObtainFailedException e) {
            throw new IndexLockedException(e);
        } catch (IOException e) {
            throw new UncheckedIOException("the search index cannot be opened", e);
        }
    }

    private static SearchIndex openEmpty(Directory directory) throws IOException {
        try (Lock _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            IndexLocation.clear(directory);
        }
        return start(directory);
    }

    private static SearchIndex start(Directory directory) throws IOException {
        IndexWriter writer =
                new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(MEGABYTES_BEFORE_FLUSH));
        try {
            return new SearchIndex(directory, writer);
        } catch (IOException e) {
            writer.rollback();
            throw e;
        }
    }

    IndexCheckpoint checkpoint() {
        return checkpoint;
    }

    /// Whether the index has been built completely, so that an item that it does not find does not exist.
    boolean isComplete() {
        return !checkpoint.equals(IndexCheckpoint.NONE);
    }

    /// Whether documents can be added; see [#stopWriting].
    boolean isWritable() {
        return writable;
    }

    /// Faster than [#put], for documents that are not in the index.
    void add(List<IndexDocument> entries) {
        write(() -> writer.addDocuments(entries.stream()
                .filter(IndexDocument::searchable)
                .map(IndexFields::document)
                .toList()));
    }

    void put(List<IndexDocument> entries) {
        write(() -> {
            for (IndexDocument entry : entries) {
                if (entry.searchable()) {
                    writer.updateDocument(IndexFields.key(entry.type(), entry.id()), IndexFields.document(entry));
                } else {
                    writer.deleteDocuments(IndexFields.key(entry.type(), entry.id()));
                }
            }
        });
    }

    void count(DocumentType type, long id, long votes) {
        write(() -> writer.updateNumericDocValue(IndexFields.key(type, id), IndexFields.VOTES, votes));
    }

    /// Deletes all documents. They can be found until the next [#show].
    void clear() {
        write(writer::deleteAll);
    }

    /// Deletes all documents immediately.
    void reset() {
        clear();
        publish(IndexCheckpoint.NONE);
    }

    /// Makes added documents visible to searches. They are read again after a restart.
    void show() {
        run(searchers::maybeRefreshBlocking);
    }

    /// Makes added documents visible to searches, and moves the checkpoint.
    void publish(IndexCheckpoint newCheckpoint) {
        run(() -> {
            writer.setLiveCommitData(newCheckpoint.toCommitData().entrySet());
            searchers.maybeRefreshBlocking();
        });
        checkpoint = newCheckpoint;
        hasUncovered = false;
    }

    void commit() {
        run(writer::commit);
    }

    int size() {
        return writer.getDocStats().numDocs;
    }

    /// The ids of the hits, best first.
    List<Long> find(SearchQuery query, DocumentType type, int limit) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                List<Long> found = new ArrayList<>();
                for (ScoreDoc hit : searcher.search(query.toQuery(type), limit, BEST_FIRST).scoreDocs) {
                    found.add((Long) ((FieldDoc) hit).fields[ID_SORT_POSITION]);
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

    /// Discards uncommitted documents after a failure. Visible documents can still be found.
    void stopWriting() {
        writable = false;
        try {
            writer.rollback();
        } catch (IOException | AlreadyClosedException e) {
            LOG.log(System.Logger.Level.DEBUG, "the search index was not closed", e);
        }
    }

    /// Commits, unless the added documents are incomplete.
    @Override
    public void close() {
        run(() -> {
            searchers.close();
            if (hasUncovered) {
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

    private void write(Change change) {
        hasUncovered = true;
        run(change);
    }

    private static void run(Change change) {
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
