package dev.spoolmark.transfer.format.myanimelist;

import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.XmlElements;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.SkipReason;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The XML export of a list of anime, which may be compressed with gzip. AniList and others write it, too.
public final class MyAnimeListFormat implements ImportFormat {

    private static final String ROOT = "myanimelist";
    private static final String ANIME = "anime";
    private static final String MANGA = "manga";
    private static final int MAX_MEMBERS = 100;

    @Override
    public String key() {
        return "myanimelist";
    }

    @Override
    public String title() {
        return "MyAnimeList";
    }

    @Override
    public boolean matches(ImportFile file) {
        return !members(file).isEmpty();
    }

    /// A single file may have any name.
    private static List<String> members(ImportFile file) {
        boolean isSingle = file.members().size() == 1;
        return file
                .membersNamed(name -> isSingle || name.toLowerCase(Locale.ROOT).endsWith(".xml"))
                .stream()
                .limit(MAX_MEMBERS)
                .filter(member -> XmlElements.root(file, member).equals(ROOT))
                .toList();
    }

    @Override
    public void read(ImportFile file, ImportOptions options, RecordSink sink) {
        MyAnimeListEntries entries = new MyAnimeListEntries(sink);
        for (String member : members(file)) {
            XmlElements.forEach(file, member, Set.of(ANIME, MANGA), (source, element) -> {
                if (element.name().equals(ANIME)) {
                    entries.read(source, element);
                } else {
                    sink.skip(source, SkipReason.OTHER_MEDIUM, element.text("manga_title"));
                }
            });
        }
    }
}
