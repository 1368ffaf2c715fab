package dev.spoolmark.transfer.format.tvtime;

import dev.spoolmark.transfer.file.CsvTable;
import dev.spoolmark.transfer.file.ImportFile;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The members of an export of TV Time Out by what they contain. Among several only those named after the tool are
/// opened; a single file may have any name.
final class TvTimeOutMembers {

    /// What a member contains.
    enum TvTimeOutKind {
        SERIES,
        EPISODES,
        MOVIES,
        LISTS,
        FAILED
    }

    private static final int MAX_MEMBERS = 100;

    private final List<OutMember> members;

    private record OutMember(TvTimeOutKind kind, String name, boolean isJson) {}

    TvTimeOutMembers(ImportFile file) {
        boolean isSingle = file.members().size() == 1;
        members = file.membersNamed(name -> isSingle || isOfTool(name)).stream()
                .limit(MAX_MEMBERS)
                .flatMap(member -> of(file, member))
                .toList();
    }

    private static boolean isOfTool(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("tvtime") && (lower.endsWith(".csv") || lower.endsWith(".json"));
    }

    private static Stream<OutMember> of(ImportFile file, String member) {
        String head = file.head(member).stripLeading();
        boolean isJson = head.startsWith("[") || head.startsWith("{");
        TvTimeOutKind kind = isJson ? ofProperties(head) : ofColumns(Set.copyOf(CsvTable.columns(file, member)));
        return kind == null ? Stream.empty() : Stream.of(new OutMember(kind, member, isJson));
    }

    private static @Nullable TvTimeOutKind ofProperties(String head) {
        if (!head.contains("\"uuid\"") || !head.contains("\"tvdb\"") || !head.startsWith("[")) {
            return null;
        }
        if (head.contains("\"seasons\"")) {
            return head.contains("\"status\"") ? TvTimeOutKind.SERIES : null;
        }
        return head.contains("\"is_watched\"") ? TvTimeOutKind.MOVIES : null;
    }

    private static @Nullable TvTimeOutKind ofColumns(Set<String> columns) {
        if (columns.containsAll(Set.of("series_tvdb_id", "season", "episode"))) {
            return TvTimeOutKind.EPISODES;
        }
        if (columns.containsAll(Set.of("uuid", "tvdb_id", "title", "status"))) {
            return TvTimeOutKind.SERIES;
        }
        if (columns.containsAll(Set.of("uuid", "tvdb_id", "title", "is_watched"))) {
            return TvTimeOutKind.MOVIES;
        }
        if (columns.containsAll(Set.of("list_name", "item_type", "uuid"))) {
            return TvTimeOutKind.LISTS;
        }
        return columns.equals(Set.of("title", "tvdbid")) ? TvTimeOutKind.FAILED : null;
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    List<String> tables(TvTimeOutKind kind) {
        return names(kind, false);
    }

    List<String> documents(TvTimeOutKind kind) {
        return names(kind, true);
    }

    private List<String> names(TvTimeOutKind kind, boolean isJson) {
        return members.stream()
                .filter(member -> member.kind == kind && member.isJson == isJson)
                .map(OutMember::name)
                .toList();
    }
}
