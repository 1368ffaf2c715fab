package dev.spoolmark.transfer.format.spoolmark;

import static dev.spoolmark.transfer.file.JsonElements.text;

import dev.spoolmark.transfer.file.CellValues;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.JsonElements;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SettingRecord;
import dev.spoolmark.transfer.record.SettingRecord.Group;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Settings of the account and of pages. Those that give access to the account are not among them.
final class SpoolmarkSettings {

    private static final Set<String> ACCESS = Set.of("v1_password", "second_factor", "searchable");
    private static final Set<String> PROFILE = Set.of("location", "about", "gender", "age", "name");

    private final ImportFile file;
    private final String manifest;
    private final RecordSink sink;

    SpoolmarkSettings(ImportFile file, String manifest, RecordSink sink) {
        this.file = file;
        this.manifest = manifest;
        this.sink = sink;
    }

    void read() {
        Map<String, String> display = new TreeMap<>();
        Map<String, String> visibility = new TreeMap<>();
        JsonElements.forEachProperty(file, manifest, "settings", (name, value) -> {
            if (name.equals("searchable")) {
                visibility.put(name, value.asString());
            }
            if (!ACCESS.contains(name) && value.isValueNode()) {
                display.put(name, value.asString());
            }
        });
        JsonElements.forEachProperty(file, manifest, "visibility", (name, value) -> {
            if (value.isValueNode()) {
                visibility.put(name, value.asString());
            }
            value.properties()
                    .forEach(section ->
                            visibility.put(section.getKey(), section.getValue().asString()));
        });
        accept(Group.DISPLAY, display);
        accept(Group.VISIBILITY, visibility);
        accept(Group.PROFILE, profile());
        JsonElements.forEach(file, manifest, "page_filters", this::pageFilter);
        JsonElements.forEachProperty(
                file,
                manifest,
                "shared_reviews",
                (year, at) -> sink.accept(new SettingRecord(
                        new RecordSource(manifest, 0),
                        Group.SHARED_REVIEW,
                        year,
                        Map.of(),
                        CellValues.instant(at.asString()))));
    }

    private Map<String, String> profile() {
        Map<String, String> profile = new TreeMap<>();
        file.member("user-profile.json")
                .ifPresent(member -> JsonElements.forEach(file, member, (source, user) -> {
                    for (String name : PROFILE) {
                        String text = text(user, name);
                        if (!text.isEmpty()) {
                            profile.put(name, text);
                        }
                    }
                }));
        return profile;
    }

    private void pageFilter(RecordSource source, JsonNode row) {
        sink.accept(new SettingRecord(
                source,
                Group.PAGE_FILTER,
                text(row, "page"),
                Map.of("query", text(row, "query")),
                CellValues.instant(text(row, "saved_at"))));
    }

    private void accept(Group group, Map<String, String> values) {
        if (!values.isEmpty()) {
            sink.accept(new SettingRecord(new RecordSource(manifest, 0), group, "", values, null));
        }
    }
}
