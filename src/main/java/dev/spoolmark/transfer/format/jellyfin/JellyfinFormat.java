package dev.spoolmark.transfer.format.jellyfin;

import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.format.ImportQuestion;
import dev.spoolmark.transfer.record.RecordSink;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The backup of the plugin Playback Reporting: lines of nine cells without a heading, in the time of the server.
public final class JellyfinFormat implements ImportFormat {

    private static final String PROFILE = "profile";

    /// How many minutes of playback count as a play, as the file does not say how long the item is.
    private static final String MINIMUM = "minimum-minutes";

    private static final List<String> MINUTES = List.of("1", "5", "10", "20");
    private static final int MAX_USERS = 200;
    private static final int MAX_MEMBERS = 100;

    @Override
    public String key() {
        return "jellyfin";
    }

    @Override
    public String title() {
        return "Jellyfin Playback Reporting";
    }

    @Override
    public boolean matches(ImportFile file) {
        return !members(file).isEmpty();
    }

    /// A single file may have any name.
    private static List<String> members(ImportFile file) {
        boolean isSingle = file.members().size() == 1;
        return file.membersNamed(name -> isSingle || isTable(name.toLowerCase(Locale.ROOT))).stream()
                .limit(MAX_MEMBERS)
                .filter(member ->
                        JellyfinLine.parse(firstLine(file.head(member))).isPresent())
                .toList();
    }

    private static boolean isTable(String name) {
        return name.endsWith(".tsv") || name.contains("playback");
    }

    private static String firstLine(String head) {
        return head.lines().findFirst().orElse("");
    }

    @Override
    public List<ImportQuestion> questions(ImportFile file, ImportOptions options) {
        Set<String> users = new LinkedHashSet<>();
        for (String member : members(file)) {
            JellyfinLines.forEach(
                    file,
                    member,
                    (source, text) -> JellyfinLine.parse(text).ifPresent(line -> {
                        if (users.size() < MAX_USERS) {
                            users.add(line.user());
                        }
                    }));
        }
        List<ImportQuestion> questions = new ArrayList<>();
        if (users.size() > 1) {
            questions.add(new ImportQuestion(PROFILE, true, List.copyOf(users), ""));
        }
        questions.add(new ImportQuestion(MINIMUM, false, MINUTES, ""));
        return questions;
    }

    @Override
    public void read(ImportFile file, ImportOptions options, RecordSink sink) {
        Integer minutes = options.answer(MINIMUM).map(CellValues::count).orElse(null);
        JellyfinPlays plays = new JellyfinPlays(
                options.zone(), options.answer(PROFILE), minutes == null ? 1 : Math.max(1, minutes), sink);
        members(file).forEach(member -> JellyfinLines.forEach(file, member, plays::read));
    }
}
