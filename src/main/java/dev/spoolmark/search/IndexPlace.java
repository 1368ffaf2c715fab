package dev.spoolmark.search;

import dev.spoolmark.kernel.OwnerOnly;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;
import org.jspecify.annotations.Nullable;

/// Where the index is kept: a folder, or the memory of this process.
public final class IndexPlace {

    private final @Nullable Path folder;

    private IndexPlace(@Nullable Path folder) {
        this.folder = folder;
    }

    public static IndexPlace folder(Path folder) {
        return new IndexPlace(folder);
    }

    public static IndexPlace memory() {
        return new IndexPlace(null);
    }

    Directory open() throws IOException {
        if (folder == null) {
            return new ByteBuffersDirectory();
        }
        OwnerOnly.folder(folder);
        return new Closed(FSDirectory.open(folder), folder);
    }

    /// Takes away what stands there.
    static void clear(Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            directory.deleteFile(file);
        }
    }

    /// Files of the owner only, as all in the data directory (`security.md` 11).
    private static final class Closed extends FilterDirectory {

        private final Path folder;

        Closed(Directory in, Path folder) {
            super(in);
            this.folder = folder;
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            IndexOutput output = super.createOutput(name, context);
            OwnerOnly.file(folder.resolve(name));
            return output;
        }

        @Override
        public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
            IndexOutput output = super.createTempOutput(prefix, suffix, context);
            OwnerOnly.file(folder.resolve(output.getName()));
            return output;
        }

        @Override
        public Lock obtainLock(String name) throws IOException {
            Lock lock = super.obtainLock(name);
            try {
                OwnerOnly.file(folder.resolve(name));
            } catch (FileSystemException e) {
                lock.close();
                throw e;
            }
            return lock;
        }
    }
}
