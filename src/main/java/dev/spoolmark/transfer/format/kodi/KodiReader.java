package dev.spoolmark.transfer.format.kodi;

import dev.spoolmark.transfer.file.FileProblem;
import dev.spoolmark.transfer.file.ImportFile;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.file.XmlElement;
import dev.spoolmark.transfer.file.XmlElements;
import dev.spoolmark.transfer.format.ImportOptions;
import dev.spoolmark.transfer.record.ImportedItem;
import dev.spoolmark.transfer.record.RecordSink;
import dev.spoolmark.transfer.record.RecordSource;
import dev.spoolmark.transfer.record.SkipReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Reads shows first, since an episode has the ids of its show only in the `tvshow.nfo` of a directory above. An NFO
/// that is damaged does not stop the others.
final class KodiReader {

    private static final Set<String> NAMES = Set.of(KodiFormat.MOVIE, KodiFormat.SHOW, KodiFormat.EPISODE);
    private static final Set<String> OTHER_ROOTS = Set.of("musicvideo", "artist", "album", "song", "game");

    private final ImportFile file;
    private final RecordSink sink;
    private final KodiStates states;

    /// Shows by their directories. There are at most as many as the archive has members.
    private final Map<String, ImportedItem> shows = new HashMap<>();

    KodiReader(ImportFile file, ImportOptions options, RecordSink sink) {
        this.file = file;
        this.sink = sink;
        this.states = new KodiStates(sink, options.zone(), options.isYes(KodiFormat.COLLECTION));
    }

    void read() {
        List<String> others = new ArrayList<>();
        for (String member : KodiFormat.candidates(file)) {
            String root = XmlElements.root(file, member);
            if (root.equals(KodiFormat.SHOW)) {
                each(member, this::showFile);
            } else if (KodiFormat.isLibrary(root)) {
                others.add(member);
            } else if (OTHER_ROOTS.contains(root)) {
                sink.skip(new RecordSource(member, 0), SkipReason.OTHER_MEDIUM, root);
            }
        }
        others.forEach(member -> each(member, this::element));
    }

    private void each(String member, BiConsumer<RecordSource, XmlElement> consumer) {
        try {
            XmlElements.forEach(file, member, NAMES, consumer);
        } catch (ImportFileException e) {
            boolean isOfMember = e.problem() == FileProblem.DAMAGED || e.problem() == FileProblem.TOO_LONG_ROW;
            if (!isOfMember || file.members().size() == 1) {
                throw e;
            }
            sink.skip(
                    new RecordSource(member, 0),
                    SkipReason.UNREADABLE,
                    e.problem().text());
        }
    }

    private void showFile(RecordSource source, XmlElement element) {
        if (element.name().equals(KodiFormat.SHOW)) {
            KodiItems.show(element).ifPresent(show -> shows.put(directory(source.member()), show));
        }
        element(source, element);
    }

    private void element(RecordSource source, XmlElement element) {
        List<ImportedItem> items = switch (element.name()) {
            case KodiFormat.MOVIE -> KodiItems.movie(element).stream().toList();
            case KodiFormat.SHOW -> KodiItems.show(element).stream().toList();
            default -> KodiItems.episodes(element, show(source.member(), element));
        };
        if (items.isEmpty()) {
            sink.skip(source, SkipReason.NO_ITEM, element.name() + " " + element.text("title"));
        }
        items.forEach(item -> states.read(source, element, item));
    }

    /// The show around an episode in the document, or of the closest directory above; null if there is none.
    private @Nullable ImportedItem show(String member, XmlElement episode) {
        XmlElement around = episode.parent();
        if (around != null && around.name().equals(KodiFormat.SHOW)) {
            return KodiItems.show(around).orElse(null);
        }
        String directory = directory(member);
        while (!shows.containsKey(directory) && !directory.isEmpty()) {
            directory = directory(directory);
        }
        return shows.get(directory);
    }

    private static String directory(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
