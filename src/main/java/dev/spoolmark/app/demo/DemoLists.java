package dev.spoolmark.app.demo;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.lists.ListSettings;
import dev.spoolmark.lists.Privacy;
import dev.spoolmark.lists.UserList;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The lists of the demo, with notes.
///
/// @param today the begin of today; everything is older
record DemoLists(PastFeatures features, DemoUsers users, DemoTitles titles, Instant today) {

    private static final String RESOURCE = "/demo/lists.txt";

    void store() {
        DemoTexts.blocks(RESOURCE).forEach(this::store);
    }

    private void store(List<String> block) {
        List<String> head = DemoTexts.fields(block.getFirst());
        UserId owner = users.get(head.get(0)).id();
        ListSettings settings = new ListSettings(
                head.get(4), head.get(5), Privacy.valueOf(head.get(1)), Boolean.parseBoolean(head.get(2)), true);
        Instant at = today.minus(Duration.ofDays(AsciiNumber.parseInt(head.get(3))));
        UserList list = features.at(at).lists().create(owner, settings);
        Map<MediaId, String> notes = new LinkedHashMap<>();
        for (String line : block.subList(1, block.size())) {
            List<String> entry = DemoTexts.fields(line);
            at = at.plus(Duration.ofDays(1));
            MediaId item = titles.item(entry.getFirst());
            features.at(at).lists().add(owner, list.slug(), List.of(item));
            if (entry.size() > 1) {
                notes.put(item, entry.get(1));
            }
        }
        features.lists().note(owner, list.slug(), notes);
    }
}
