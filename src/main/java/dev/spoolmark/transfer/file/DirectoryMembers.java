package dev.spoolmark.transfer.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A directory that the operator imports on the command line. Links are not followed.
final class DirectoryMembers implements Members {

    private static final int BUFFER = 1 << 16;

    private final Path root;
    private final List<String> names;

    private DirectoryMembers(Path root, List<String> names) {
        this.root = root;
        this.names = names;
    }

    static DirectoryMembers of(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<String> names = files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !MemberNames.isIgnored(name))
                    .limit(ImportLimits.MEMBERS + 1L)
                    .sorted()
                    .toList();
            if (names.size() > ImportLimits.MEMBERS) {
                throw new ImportFileException(FileProblem.TOO_MANY_MEMBERS, root.toString());
            }
            return new DirectoryMembers(root, names);
        }
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public InputStream open(String member) {
        if (!names.contains(member)) {
            throw new ImportFileException(FileProblem.DAMAGED, member);
        }
        try {
            return new BufferedInputStream(Files.newInputStream(root.resolve(member)), BUFFER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // Nothing is open between two calls.
    }
}
