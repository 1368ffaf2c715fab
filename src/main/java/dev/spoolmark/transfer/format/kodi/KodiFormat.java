package dev.spoolmark.transfer.format.kodi;

import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.XmlElements;
import dev.spoolmark.transfer.format.ImportFormat;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.format.ImportQuestion;
import dev.spoolmark.transfer.record.RecordSink;
import java.util.List;
import java.util.Set;

/// The library of Kodi: NFO files beside the videos, which Jellyfin and Emby write as well, or one `videodb.xml`.
public final class KodiFormat implements ImportFormat {

    static final String MOVIE = "movie";
    static final String SHOW = "tvshow";
    static final String EPISODE = "episodedetails";
    static final String COLLECTION = "collection";

    private static final Set<String> ROOTS = Set.of(MOVIE, SHOW, EPISODE, "videodb");

    @Override
    public String key() {
        return "kodi";
    }

    @Override
    public String title() {
        return "Kodi";
    }

    @Override
    public boolean matches(ImportFile file) {
        return candidates(file).stream().anyMatch(member -> ROOTS.contains(XmlElements.root(file, member)));
    }

    static List<String> candidates(ImportFile file) {
        return file.membersOfType(".nfo", ".xml");
    }

    static boolean isLibrary(String root) {
        return ROOTS.contains(root);
    }

    @Override
    public List<ImportQuestion> questions(ImportFile file, ImportOptions options) {
        return List.of(new ImportQuestion(COLLECTION, false, List.of("no", "yes"), ""));
    }

    @Override
    public void read(ImportFile file, ImportOptions options, RecordSink sink) {
        new KodiReader(file, options, sink).read();
    }
}
