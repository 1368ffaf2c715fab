package dev.spoolmark.transfer.format.tautulli;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.JsonElements;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.format.ImportQuestion;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/// The history of Tautulli as JSON: the response of `get_history`, or only its rows. Several pages may be in an
/// archive.
public final class TautulliFormat implements ImportFormat {

    private static final String PROFILE = "profile";
    private static final int MAX_MEMBERS = 1_000;
    private static final int MAX_USERS = 200;

    /// Where the rows are, depending on how much of the response was stored.
    private static final List<List<String>> PATHS =
            List.of(List.of("response", "data", "data"), List.of("data", "data"), List.of("data"));

    @Override
    public String key() {
        return "tautulli";
    }

    @Override
    public String title() {
        return "Tautulli";
    }

    @Override
    public boolean matches(ImportFile file) {
        return !members(file).isEmpty();
    }

    /// A single file may have any name.
    private static List<String> members(ImportFile file) {
        boolean isSingle = file.members().size() == 1;
        return file.membersNamed(name -> isSingle || isNamed(name.toLowerCase(Locale.ROOT))).stream()
                .limit(MAX_MEMBERS)
                .filter(member -> isHistory(file.head(member)))
                .toList();
    }

    private static boolean isNamed(String name) {
        return name.endsWith(".json") && (name.contains("history") || name.contains("tautulli"));
    }

    private static boolean isHistory(String head) {
        String start = head.stripLeading();
        return (start.startsWith("{") || start.startsWith("["))
                && head.contains("\"grandparent_title\"")
                && head.contains("\"watched_status\"");
    }

    @Override
    public List<ImportQuestion> questions(ImportFile file, ImportOptions options) {
        Set<String> users = new LinkedHashSet<>();
        forEach(file, (source, row) -> {
            if (users.size() < MAX_USERS && !text(row, "user").isEmpty()) {
                users.add(text(row, "user"));
            }
        });
        return users.size() > 1 ? List.of(new ImportQuestion(PROFILE, true, List.copyOf(users), "")) : List.of();
    }

    @Override
    public void read(ImportFile file, ImportOptions options, RecordSink sink) {
        TautulliRows rows = new TautulliRows(options.answer(PROFILE), sink);
        forEach(file, rows::read);
    }

    private static void forEach(ImportFile file, BiConsumer<RecordSource, JsonNode> consumer) {
        for (String member : members(file)) {
            if (file.head(member).stripLeading().startsWith("[")) {
                JsonElements.forEach(file, member, consumer);
            } else {
                PATHS.forEach(path -> JsonElements.forEach(file, member, path, consumer));
            }
        }
    }
}
