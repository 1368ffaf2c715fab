package dev.spoolmark.transfer.run;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.Provider;
import dev.spoolmark.core.TitleFolding;
import dev.spoolmark.transfer.record.ImportedItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// By what a decision of the user about a name is remembered: its foreign id, its external ids, or title and
/// year; for a season or episode together with its numbers.
final class ItemKey {

    private static final int MAX_LENGTH = 300;

    private ItemKey() {}

    static String of(ImportedItem item) {
        List<String> parts = new ArrayList<>(List.of(item.kind().key()));
        String foreign = item.foreignId();
        Ids ids = item.ids().isEmpty() ? item.ownIds() : item.ids();
        if (foreign != null) {
            parts.add(foreign);
        } else if (!ids.isEmpty()) {
            parts.add(ids.externalIds(item.kind() == Kind.MOVIE ? Kind.MOVIE : Kind.SHOW).stream()
                    .map(id -> id.provider().key() + ":" + id.value())
                    .findFirst()
                    .orElse(""));
        } else {
            parts.add(TitleFolding.fold(String.valueOf(item.title())));
            parts.add(String.valueOf(item.year()));
        }
        if (item.kind() == Kind.SEASON || item.kind() == Kind.EPISODE) {
            parts.add("s" + item.season());
        }
        if (item.kind() == Kind.EPISODE) {
            parts.add("e" + (item.number() == null ? item.episodeTitle() : item.number()));
        }
        String key = String.join("|", parts).toLowerCase(Locale.ROOT).replace('\0', ' ');
        return key.length() <= MAX_LENGTH ? key : key.substring(0, MAX_LENGTH);
    }

    /// The name for people, such as `Harbour Street S02E01`.
    static String label(ImportedItem item) {
        StringBuilder label = new StringBuilder(item.title() == null ? firstId(item) : item.title());
        if (item.year() != null) {
            label.append(" (").append(item.year()).append(')');
        }
        if (item.season() != null) {
            label.append(String.format(Locale.ROOT, " S%02d", item.season()));
        }
        if (item.number() != null) {
            label.append(String.format(Locale.ROOT, "E%02d", item.number()));
        }
        if (item.episodeTitle() != null) {
            label.append(" ").append(item.episodeTitle());
        }
        return label.toString();
    }

    private static String firstId(ImportedItem item) {
        Ids ids = item.ids().isEmpty() ? item.ownIds() : item.ids();
        for (Provider provider : Provider.values()) {
            for (var id : ids.externalIds(item.kind())) {
                if (id.provider() == provider) {
                    return provider.key() + " " + id.value();
                }
            }
        }
        return item.foreignId() == null ? item.kind().key() : item.foreignId();
    }
}
