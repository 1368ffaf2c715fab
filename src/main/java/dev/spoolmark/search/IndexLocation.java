package dev.spoolmark.search;

import dev.spoolmark.core.FilePermissions;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;

/// Where the index is kept: a folder, or the memory of this process.
public final class IndexLocation {

    private final Opening opening;
    private final BooleanSupplier stored;

    IndexLocation(Opening opening) {
        this(opening, () -> false);
    }

    private IndexLocation(Opening opening, BooleanSupplier stored) {
        this.opening = opening;
        this.stored = stored;
    }

    public static IndexLocation folder(Path folder) {
        return new IndexLocation(
                () -> {
                    FilePermissions.createDirectory(folder);
                    return new Closed(FSDirectory.open(folder), folder);
                },
                () -> hasIndex(folder));
    }

    /// Each time it is opened it is empty.
    public static IndexLocation memory() {
        return new IndexLocation(ByteBuffersDirectory::new);
    }

    /// Whether an index was committed here before.
    boolean isKept() {
        return stored.getAsBoolean();
    }

    /// Known by the name of its newest file, without a class of the library.
    private static boolean hasIndex(Path folder) {
        try (DirectoryStream<Path> commits = Files.newDirectoryStream(folder, "segments_*")) {
            return commits.iterator().hasNext();
        } catch (IOException noFolder) {
            return false;
        }
    }

    Directory open() throws IOException {
        return opening.open();
    }

    /// Opens the files of the index.
    interface Opening {

        Directory open() throws IOException;
    }

    /// Removes what stands there, but for the lock, which the caller holds.
    static void clear(Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                directory.deleteFile(file);
            }
        }
    }

    /// Files of the owner only, as all in the data directory (`docs/security.md#configuration-and-files`).
    private static final class Closed extends FilterDirectory {

        private final Path folder;

        Closed(Directory in, Path folder) {
            super(in);
            this.folder = folder;
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            IndexOutput output = super.createOutput(name, context);
            FilePermissions.restrict(folder.resolve(name));
            return output;
        }

        @Override
        public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
            IndexOutput output = super.createTempOutput(prefix, suffix, context);
            FilePermissions.restrict(folder.resolve(output.getName()));
            return output;
        }

        @Override
        public Lock obtainLock(String name) throws IOException {
            Lock lock = super.obtainLock(name);
            try {
                FilePermissions.restrict(folder.resolve(name));
            } catch (FileSystemException e) {
                lock.close();
                throw e;
            }
            return lock;
        }
    }
}
