package dev.spoolmark.transfer.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The names of files in an archive.
final class MemberNames {

    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*");
    private static final Set<String> ARCHIVES = Set.of("zip", "7z", "rar", "tar", "tgz", "gz", "bz2", "xz", "jar");

    private MemberNames() {}

    /// Whether a name could lead out of a directory, or cannot be shown.
    static boolean isUnsafe(String name) {
        return name.isEmpty()
                || name.length() > ImportLimits.NAME
                || name.startsWith("/")
                || DRIVE.matcher(name).matches()
                || Arrays.asList(name.split("/", -1)).contains("..")
                || name.chars().anyMatch(c -> Character.isISOControl(c) || c == '\\');
    }

    /// Whether it was added by an operating system.
    static boolean isIgnored(String name) {
        String last = ImportFile.lastName(name);
        return name.startsWith("__MACOSX/")
                || name.contains("/__MACOSX/")
                || last.startsWith("._")
                || last.equals(".DS_Store");
    }

    static boolean isArchive(String name) {
        return ARCHIVES.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /// The name of a file of a stranger, for display: without directories and control characters.
    static String shown(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(ImportLimits.NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.isEmpty() ? "file" : clean;
    }

    /// The length of the directory that contains all these names, with its `/`; 0 if there is none.
    static int commonDirectory(List<String> names) {
        if (names.isEmpty()) {
            return 0;
        }
        int slash = names.getFirst().indexOf('/');
        String directory = names.getFirst().substring(0, slash + 1);
        return names.stream().allMatch(name -> name.startsWith(directory)) ? slash + 1 : 0;
    }
}
