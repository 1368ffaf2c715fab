package dev.spoolmark.search;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;

/// The index itself: puts entries in, and finds their numbers by words.
///
/// What was put in is found after [#publish], and kept on disk after [#commit] or [#close]: what is lost in between is
/// read from the store again, since the mark is lost with it.
final class TitleIndex implements AutoCloseable {

    /// The kind of hit first, then how well known it is, here and elsewhere; the number keeps the order the same on
    /// every machine.
    private static final Sort BEST_FIRST = new Sort(
            SortField.FIELD_SCORE,
            new SortField(Field.VOTES, SortField.Type.LONG, true),
            new SortField(Field.RENOWN, SortField.Type.LONG, true),
            new SortField(Field.NUMBER, SortField.Type.LONG));

    private static final int NUMBER_IN_SORT = 3;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile Mark mark;

    private TitleIndex(Directory directory, IndexWriter writer) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, null);
        this.mark = Mark.read(liveData(writer));
    }

    /// An index that cannot be read is begun anew.
    static TitleIndex open(IndexPlace place) {
        try {
            Directory directory = place.open();
            try {
                return new TitleIndex(directory, writer(directory));
            } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException unreadable) {
                IndexPlace.clear(directory);
                return new TitleIndex(directory, writer(directory));
            }
        } catch (LockObtainFailedException e) {
            throw new IndexInUse(e);
        } catch (IOException e) {
            throw new UncheckedIOException("the search index cannot be opened", e);
        }
    }

    Mark mark() {
        return mark;
    }

    /// Faster than [#put], for entries that are not there yet.
    void add(List<Entry> entries) {
        doing(() -> writer.addDocuments(
                entries.stream().filter(Entry::listed).map(Field::document).toList()));
    }

    void put(List<Entry> entries) {
        doing(() -> {
            for (Entry entry : entries) {
                if (entry.listed()) {
                    writer.updateDocument(Field.key(entry.subject(), entry.id()), Field.document(entry));
                } else {
                    writer.deleteDocuments(Field.key(entry.subject(), entry.id()));
                }
            }
        });
    }

    void count(Subject subject, long id, long votes) {
        doing(() -> writer.updateNumericDocValue(Field.key(subject, id), Field.VOTES, votes));
    }

    void clear() {
        doing(writer::deleteAll);
    }

    /// Lets everything that was put in be found.
    void publish(Mark reached) {
        doing(() -> {
            writer.setLiveCommitData(reached.written().entrySet());
            searchers.maybeRefreshBlocking();
        });
        mark = reached;
    }

    void commit() {
        doing(writer::commit);
    }

    int size() {
        return writer.getDocStats().numDocs;
    }

    /// The numbers of what was found, best first.
    List<Long> find(Question question, Subject subject, int limit) {
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
        }
    }

    @Override
    public void close() {
        doing(() -> {
            searchers.close();
            writer.close();
            directory.close();
        });
    }

    private static IndexWriter writer(Directory directory) throws IOException {
        return new IndexWriter(directory, new IndexWriterConfig());
    }

    private static Map<String, String> liveData(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> written = writer.getLiveCommitData();
        if (written != null) {
            written.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    private static void doing(Change change) {
        try {
            change.run();
        } catch (IOException e) {
            throw new UncheckedIOException("the search index cannot be written", e);
        }
    }

    private interface Change {

        void run() throws IOException;
    }
}
