package dev.spoolmark.metadata.imdb;

import dev.spoolmark.metadata.imdb.Laid.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Movies, and shows with their episodes, from `title.basics` and `title.episode`, whatever order their rows are in.
/// Adult titles are left out.
///
/// A movie is handed on as it is read. A show is complete only at the end, so shows and episodes are laid aside first.
final class Titles {

    private final ImdbFolder folder;
    private final ImdbReader reader;
    private final Shelf<Laid> shelf;
    private final Shelf<Half> halves;
    private long titlesRead;
    private long episodesRead;

    private Titles(ImdbFolder folder, ImdbReader reader, Shelf<Laid> shelf, Shelf<Half> halves) {
        this.folder = folder;
        this.reader = reader;
        this.shelf = shelf;
        this.halves = halves;
    }

    static void read(ImdbFolder folder, Path workspace, ImdbReader reader) throws IOException {
        try (Shelf<Laid> shelf = new Shelf<>(workspace, Laid.FORM);
                Shelf<Half> halves = new Shelf<>(workspace, Half.FORM)) {
            Titles titles = new Titles(folder, reader, shelf, halves);
            String name = titles.layAside();
            titles.putTogether(name);
            new Shows(shelf, name, reader).read();
        }
    }

    private String layAside() throws IOException {
        reader.begins("titles", folder.size(ImdbFile.TITLES) + folder.size(ImdbFile.EPISODES));
        try (Table titles = folder.table(ImdbFile.TITLES, reader, bytes -> {
                            titlesRead = bytes;
                            reader.progress(titlesRead + episodesRead);
                        })
                        .orElseThrow();
                Table episodes = folder.table(ImdbFile.EPISODES, reader, bytes -> episodesRead = bytes)
                        .orElse(null)) {
            EpisodePlaces places = episodes == null ? null : new EpisodePlaces(episodes, halves);
            while (titles.next()) {
                try {
                    read(titles, places);
                } catch (Unfit unfit) {
                    titles.refuse(unfit.reason());
                }
            }
            if (places != null) {
                places.finish();
            }
            return titles.name();
        }
    }

    private void read(Table row, @Nullable EpisodePlaces places) throws IOException {
        TitleType type = TitleType.of(row.needed(1));
        if (type == TitleType.LEFT_OUT) {
            return;
        }
        Title title = Title.of(row);
        boolean adult = row.is(3, "1");
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
                    episode(title, row.line(), places.of(title.tconst()));
                }
            }
            case LEFT_OUT -> {}
        }
    }

    private void episode(Title title, long line, Optional<Place> place) throws IOException {
        if (place.isPresent()) {
            shelf.lay(place.get().lay(title, line));
        } else {
            halves.lay(new Half(title.tconst(), null, title, line));
        }
    }

    /// The halves that did not meet, when the files were not in one order.
    private void putTogether(String file) throws IOException {
        Shelf<Half>.Walk walk = halves.inOrder();
        Half place = null;
        for (Optional<Half> next = walk.next(); next.isPresent(); next = walk.next()) {
            Half half = next.get();
            Title title = half.title();
            if (title == null) {
                place = half;
            } else {
                try {
                    shelf.lay(placeOf(half, place).lay(title, half.line()));
                } catch (Unfit unfit) {
                    reader.refused(file, half.line(), unfit.reason());
                }
            }
        }
    }

    private static Place placeOf(Half title, @Nullable Half before) {
        Place place = before != null && before.tconst().equals(title.tconst()) ? before.place() : null;
        if (place == null) {
            throw new Unfit("is an episode of no show");
        }
        return place;
    }
}
