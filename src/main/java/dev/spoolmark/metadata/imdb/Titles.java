package dev.spoolmark.metadata.imdb;

import dev.spoolmark.metadata.imdb.EpisodePlaces.Place;
import dev.spoolmark.metadata.imdb.Laid.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Movies, and shows with their episodes, from `title.basics` and `title.episode`. Adult titles are left out.
///
/// A movie is handed on as it is read. A show is complete only at the end, so shows and episodes are laid aside first.
final class Titles {

    private final ImdbFolder folder;
    private final ImdbReader reader;
    private long titlesRead;
    private long episodesRead;
    private String last = "";

    Titles(ImdbFolder folder, ImdbReader reader) {
        this.folder = folder;
        this.reader = reader;
    }

    void read(Path workspace) throws IOException {
        try (Shelf shelf = new Shelf(workspace)) {
            String name = layAside(shelf);
            new Shows(shelf, name, reader).read();
        }
    }

    private String layAside(Shelf shelf) throws IOException {
        reader.begins("titles", folder.size(ImdbFile.TITLES) + folder.size(ImdbFile.EPISODES));
        try (Table titles = folder.table(ImdbFile.TITLES, reader::refused, bytes -> {
                            titlesRead = bytes;
                            reader.progress(titlesRead + episodesRead);
                        })
                        .orElseThrow();
                Table episodes = folder.table(ImdbFile.EPISODES, reader::refused, bytes -> episodesRead = bytes)
                        .orElse(null)) {
            EpisodePlaces places = episodes == null ? null : new EpisodePlaces(episodes);
            while (titles.next()) {
                try {
                    read(titles, places, shelf);
                } catch (Unfit unfit) {
                    titles.refuse(unfit.reason());
                }
            }
            return titles.name();
        }
    }

    private void read(Table row, @Nullable EpisodePlaces places, Shelf shelf) throws IOException {
        TitleType type = TitleType.of(row.needed(1));
        if (type == TitleType.LEFT_OUT) {
            return;
        }
        Title title = Title.of(row);
        boolean adult = row.is(3, "1");
        inOrder(row, title.tconst());
        switch (type) {
            case MOVIE -> {
                if (!adult) {
                    reader.item(title.movie());
                }
            }
            case SHOW ->
                shelf.lay(new Laid(
                        title.number(), adult ? Role.LEFT_OUT : Role.SHOW, 0, 0, adult ? null : title, row.line()));
            case EPISODE -> {
                if (!adult && places != null) {
                    shelf.lay(episode(row.line(), title, places.of(title.tconst())));
                }
            }
            case LEFT_OUT -> {}
        }
    }

    private static Laid episode(long line, Title title, Optional<Place> found) {
        Place place = found.orElseThrow(() -> new Unfit("is an episode of no show"));
        if (place.season() == null || place.number() == null) {
            throw new Unfit("is an episode without a season or a number");
        }
        return new Laid(place.show(), Role.EPISODE, place.season(), place.number(), title, line);
    }

    private void inOrder(Table row, String tconst) throws IOException {
        if (tconst.compareTo(last) < 0) {
            throw new Damaged(row.name() + " is not in the order of its ids at line " + row.line());
        }
        last = tconst;
    }
}
