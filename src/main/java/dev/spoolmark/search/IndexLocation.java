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

/// Where the index is stored: a directory, or memory.
public final class IndexLocation {

    private final Opening opening;
    private final BooleanSupplier committed;

    IndexLocation(Opening opening) {
        this(opening, () -> false);
    }

    private IndexLocation(Opening opening, BooleanSupplier stored) {
        this.opening = opening;
        this.committed = stored;
    }

    public static IndexLocation folder(Path folder) {
        return new IndexLocation(
                () -> {
                    FilePermissions.createDirectory(folder);
                    return new PrivateDirectory(FSDirectory.open(folder), folder);
                },
                () -> hasIndex(folder));
    }

    /// Empty each time it is opened.
    public static IndexLocation memory() {
        return new IndexLocation(ByteBuffersDirectory::new);
    }

    /// Whether an index has been committed here.
    boolean hasCommit() {
        return committed.getAsBoolean();
    }

    /// Detected by the name of a commit file, without loading a class of the library.
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

    /// Deletes all files except the lock, which the caller holds.
    static void clear(Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                directory.deleteFile(file);
            }
        }
    }

    /// Restricts files to the owner, like all files of the data directory
    /// (`docs/security.md#configuration-and-files`).
    private static final class PrivateDirectory extends FilterDirectory {

        private final Path folder;

        PrivateDirectory(Directory in, Path folder) {
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
