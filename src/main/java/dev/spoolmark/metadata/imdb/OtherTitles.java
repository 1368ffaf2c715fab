package dev.spoolmark.metadata.imdb;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.OtherTitle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What movies and shows are called elsewhere, from `title.akas`.
final class OtherTitles {

    private static final int MOST = 50;

    private final ImdbFolder folder;
    private final ImdbReader reader;
    private final List<OtherTitle> gathered = new ArrayList<>();
    private @Nullable String title;
    private Optional<Kind> kind = Optional.empty();

    OtherTitles(ImdbFolder folder, ImdbReader reader) {
        this.folder = folder;
        this.reader = reader;
    }

    void read() throws IOException {
        reader.begins("other titles", folder.size(ImdbFile.OTHER_TITLES));
        try (Table rows = folder.table(ImdbFile.OTHER_TITLES, reader::refused, reader::progress)
                .orElseThrow()) {
            while (rows.next()) {
                read(rows);
            }
            finish();
        }
    }

    private void read(Table row) {
        if (title == null || !row.is(0, title)) {
            finish();
            title = row.needed(0);
            kind = reader.kindOf(title);
        }
        String name = row.text(1);
        if (kind.isPresent() && name != null && gathered.size() < MOST) {
            gathered.add(new OtherTitle(name, row.text(3), row.text(2)));
        }
    }

    private void finish() {
        String of = title;
        if (of != null && !gathered.isEmpty()) {
            kind.ifPresent(one -> reader.item(Hanging.titles(one, of, gathered)));
        }
        gathered.clear();
    }
}
