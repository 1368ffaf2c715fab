package dev.spoolmark.transfer.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A ZIP archive. The JDK refuses encrypted members and unknown methods of compression when it opens the archive.
final class ZipMembers implements Members {

    private static final int MAGIC = 0x504b;
    private static final int BUFFER = 1 << 16;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries;
    private final List<String> names;
    private final UnpackedBytes unpacked;

    private ZipMembers(ZipFile zip, Map<String, ZipEntry> entries, String archive) {
        this.zip = zip;
        this.entries = entries;
        this.names = entries.keySet().stream().sorted().toList();
        this.unpacked = new UnpackedBytes(archive);
    }

    static boolean isArchive(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] magic = in.readNBytes(2);
            return magic.length == 2 && (magic[0] << 8 | magic[1]) == MAGIC;
        }
    }

    /// @throws ImportFileException if the archive is damaged, encrypted or hostile
    static ZipMembers open(Path path, String archive) throws IOException {
        ZipDirectory.check(path, archive);
        ZipFile zip = openAny(path, archive);
        try {
            return new ZipMembers(zip, entries(zip, archive), archive);
        } catch (ImportFileException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile openAny(Path path, String archive) throws IOException {
        try {
            return open(path, StandardCharsets.UTF_8);
        } catch (ZipException names) {
            try {
                return open(path, StandardCharsets.ISO_8859_1);
            } catch (ZipException e) {
                boolean isEncrypted = String.valueOf(e.getMessage()).contains("encrypted");
                throw new ImportFileException(isEncrypted ? FileProblem.ENCRYPTED : FileProblem.DAMAGED, archive);
            }
        }
    }

    private static ZipFile open(Path path, Charset names) throws IOException {
        return new ZipFile(path.toFile(), names);
    }

    private static Map<String, ZipEntry> entries(ZipFile zip, String archive) {
        Map<String, ZipEntry> found = new HashMap<>();
        zip.stream().forEach(entry -> {
            String name = entry.getName();
            if (MemberNames.isUnsafe(name)) {
                throw new ImportFileException(FileProblem.BAD_NAME, archive);
            }
            if (!entry.isDirectory() && !MemberNames.isIgnored(name)) {
                if (MemberNames.isArchive(name)) {
                    throw new ImportFileException(FileProblem.NESTED_ARCHIVE, archive);
                }
                if (found.put(name, entry) != null) {
                    throw new ImportFileException(FileProblem.DUPLICATE_NAME, archive);
                }
            }
        });
        return withoutCommonDirectory(found);
    }

    private static Map<String, ZipEntry> withoutCommonDirectory(Map<String, ZipEntry> found) {
        int length = MemberNames.commonDirectory(List.copyOf(found.keySet()));
        Map<String, ZipEntry> entries = new HashMap<>();
        found.forEach((name, entry) -> entries.put(name.substring(length), entry));
        return entries;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public InputStream open(String member) {
        ZipEntry entry = entries.get(member);
        if (entry == null) {
            throw new ImportFileException(FileProblem.DAMAGED, member);
        }
        try {
            InputStream in = zip.getInputStream(entry);
            return new BufferedInputStream(new UnpackedStream(in, member, entry.getCompressedSize(), unpacked), BUFFER);
        } catch (ZipException e) {
            throw new ImportFileException(FileProblem.DAMAGED, member);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
