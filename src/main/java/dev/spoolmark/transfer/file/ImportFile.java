package dev.spoolmark.transfer.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// An imported file: a single one, a ZIP archive, a file compressed with gzip, or a directory of the operator.
///
/// Its members are read as streams. Everything about it is hostile (`docs/security.md#input-limits`): the bytes
/// that are really unpacked are counted, and names of members are never names of files here.
public final class ImportFile implements AutoCloseable {

    private static final int HEAD = 8 << 10;

    private final String name;
    private final Members members;
    private final Map<String, TextEncoding> encodings = new HashMap<>();
    private final Map<String, String> heads = new HeadCache();

    /// The beginnings of the members that were looked at last, as an archive may have thousands.
    private static final class HeadCache extends LinkedHashMap<String, String> {

        private static final long serialVersionUID = 1L;
        private static final int SIZE = 64;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > SIZE;
        }
    }

    private ImportFile(String name, Members members) {
        this.name = name;
        this.members = members;
    }

    /// Opens a file.
    ///
    /// @param name its name at its owner, which may be wrong
    /// @throws ImportFileException if it exceeds a limit or is damaged
    public static ImportFile open(Path path, String name) {
        try {
            if (Files.isDirectory(path)) {
                return new ImportFile(name, DirectoryMembers.of(path));
            }
            if (Files.size(path) > ImportLimits.FILE) {
                throw new ImportFileException(FileProblem.TOO_LARGE, name);
            }
            return new ImportFile(
                    name, ZipMembers.isArchive(path) ? ZipMembers.open(path, name) : new SingleMember(path, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return name;
    }

    /// The names of all members, with `/` between directories. A directory that contains everything is left out.
    public List<String> members() {
        return members.names();
    }

    /// The names of members whose last part fulfils a condition, in their order.
    public List<String> membersNamed(Predicate<String> condition) {
        return members().stream()
                .filter(member -> condition.test(lastName(member)))
                .toList();
    }

    /// The names of members with one of these endings, in their order; the only member whatever its name is.
    ///
    /// @param endings in lower case, such as `.csv`
    public List<String> membersOfType(String... endings) {
        if (members().size() == 1) {
            return members();
        }
        return membersNamed(name -> {
            String lower = name.toLowerCase(Locale.ROOT);
            return Arrays.stream(endings).anyMatch(lower::endsWith);
        });
    }

    /// The member with this name, in any directory. Letter case does not matter.
    public Optional<String> member(String lastName) {
        return members().stream()
                .filter(member -> lastName(member).equalsIgnoreCase(lastName))
                .findFirst();
    }

    /// The name without directories.
    public static String lastName(String member) {
        return member.substring(member.lastIndexOf('/') + 1);
    }

    /// The content of a member.
    ///
    /// @throws ImportFileException while it is read, if it exceeds a limit or is damaged
    public InputStream open(String member) {
        return members.open(member);
    }

    /// The content of a member as text: UTF-8, UTF-16 with a byte order mark, or else windows-1252.
    public Reader text(String member) {
        return encoding(member).decode(open(member));
    }

    /// Whether a member had to be decoded as windows-1252.
    public boolean isOldEncoding(String member) {
        return encoding(member) == TextEncoding.WINDOWS_1252;
    }

    /// The first 8,192 characters of a member, to detect its format.
    public String head(String member) {
        return heads.computeIfAbsent(member, this::readHead);
    }

    private String readHead(String member) {
        try (InputStream in = open(member)) {
            return TextEncoding.decodeHead(in.readNBytes(HEAD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TextEncoding encoding(String member) {
        TextEncoding known = encodings.get(member);
        if (known != null) {
            return known;
        }
        try (InputStream in = open(member)) {
            TextEncoding found = TextEncoding.of(in);
            encodings.put(member, found);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        members.close();
    }
}
