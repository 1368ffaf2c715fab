package dev.spoolmark.transfer.format.letterboxd;

import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.ImportOptions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The members of an export by what they contain. Entries that the user has deleted, and those of films that Letterboxd
/// no longer has, are not among them. The profile has an address and is never opened.
final class LetterboxdMembers {

    private static final Pattern IGNORED = Pattern.compile("(?:.*/)?(?:deleted|orphaned)/.*");
    private static final Pattern LIST = Pattern.compile("(?:.*/)?lists/[^/]*\\.csv");
    private static final Pattern TABLE =
            Pattern.compile("(?:.*/)?(?:diary|reviews|ratings|watched|watchlist|films)[^/]*\\.csv");
    private static final Pattern OF_OTHER_USERS = Pattern.compile("(?:.*/)?(?:comments|likes/(?:reviews|lists))\\.csv");

    private final Map<LetterboxdKind, List<String>> members = new EnumMap<>(LetterboxdKind.class);
    private final List<String> unsupported = new ArrayList<>();

    LetterboxdMembers(ImportFile file) {
        boolean isSingle = file.members().size() == 1;
        for (String member : file.members()) {
            String path = member.toLowerCase(Locale.ROOT);
            if (isSingle || isTable(path)) {
                LetterboxdKind.of(file, member)
                        .ifPresent(kind -> members.computeIfAbsent(kind, of -> new ArrayList<>())
                                .add(member));
            } else if (OF_OTHER_USERS.matcher(path).matches()
                    && !IGNORED.matcher(path).matches()) {
                unsupported.add(member);
            }
        }
    }

    private static boolean isTable(String path) {
        if (IGNORED.matcher(path).matches() || OF_OTHER_USERS.matcher(path).matches()) {
            return false;
        }
        return LIST.matcher(path).matches() || TABLE.matcher(path).matches();
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    /// Members that contain something, in the order of their names.
    List<String> of(LetterboxdKind kind) {
        return members.getOrDefault(kind, List.of());
    }

    /// Members about reviews and lists of other users.
    List<String> unsupported() {
        return unsupported;
    }

    /// The single table of which only the user knows what it contains.
    Optional<String> unclear() {
        return of(LetterboxdKind.UNCLEAR).stream().findFirst();
    }

    /// Puts the unclear table where the user says that it belongs; among the watched films without an answer.
    void assign(ImportOptions options) {
        List<String> unclear = of(LetterboxdKind.UNCLEAR);
        String answer = options.answer(LetterboxdFormat.FILE_KIND).orElse(LetterboxdKind.WATCHED.key());
        LetterboxdFormat.KINDS.stream()
                .filter(kind -> kind.key().equals(answer))
                .forEach(kind ->
                        members.computeIfAbsent(kind, of -> new ArrayList<>()).addAll(unclear));
    }
}
