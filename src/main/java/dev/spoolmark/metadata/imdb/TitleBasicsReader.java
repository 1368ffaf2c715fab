package dev.spoolmark.metadata.imdb;

import dev.spoolmark.metadata.imdb.SortedTitle.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads movies, and shows with their episodes, from `title.basics` and `title.episode`, in any order of
/// rows. Adult titles are left out.
///
/// A movie is passed on as it is read. A show is complete only at the end, so shows and episodes are sorted
/// on disk first.
final class TitleBasicsReader {

    private final ImdbFolder folder;
    private final ImdbConsumer consumer;
    private final ExternalSorter<SortedTitle> sorter;
    private final ExternalSorter<PartialEpisode> halves;
    private long titlesRead;
    private long episodesRead;

    private TitleBasicsReader(
            ImdbFolder folder,
            ImdbConsumer consumer,
            ExternalSorter<SortedTitle> sorter,
            ExternalSorter<PartialEpisode> halves) {
        this.folder = folder;
        this.consumer = consumer;
        this.sorter = sorter;
        this.halves = halves;
    }

    static void read(ImdbFolder folder, Path workspace, ImdbConsumer consumer) throws IOException {
        try (ExternalSorter<SortedTitle> sorter = new ExternalSorter<>(workspace, SortedTitle.FORM);
                ExternalSorter<PartialEpisode> halves = new ExternalSorter<>(workspace, PartialEpisode.FORM)) {
            TitleBasicsReader titles = new TitleBasicsReader(folder, consumer, sorter, halves);
            String name = titles.layAside();
            titles.joinHalves(name);
            new ShowAssembler(sorter, name, consumer).read();
        }
    }

    private String layAside() throws IOException {
        consumer.beginPart("titles", folder.size(ImdbFile.TITLES) + folder.size(ImdbFile.EPISODES));
        try (TsvReader titles = folder.table(ImdbFile.TITLES, consumer, bytes -> {
                            titlesRead = bytes;
                            consumer.progress(titlesRead + episodesRead);
                        })
                        .orElseThrow();
                TsvReader episodes = folder.table(ImdbFile.EPISODES, consumer, bytes -> episodesRead = bytes)
                        .orElse(null)) {
            EpisodeNumberJoin places = episodes == null ? null : new EpisodeNumberJoin(episodes, halves);
            while (titles.next()) {
                try {
                    read(titles, places);
                } catch (InvalidRowException invalid) {
                    titles.refuse(invalid.reason());
                }
            }
            if (places != null) {
                places.finish();
            }
            return titles.name();
        }
    }

    private void read(TsvReader row, @Nullable EpisodeNumberJoin places) throws IOException {
        TitleType type = TitleType.of(row.needed(1));
        if (type == TitleType.LEFT_OUT) {
            return;
        }
        TitleRow title = TitleRow.of(row);
        boolean adult = row.is(3, "1");
        switch (type) {
            case MOVIE -> {
                if (!adult) {
                    consumer.item(title.movie());
                }
            }
            case SHOW ->
                sorter.add(new SortedTitle(
                        title.number(), adult ? Role.LEFT_OUT : Role.SHOW, 0, 0, adult ? null : title, row.line()));
            case EPISODE -> {
                if (!adult && places != null) {
                    episode(title, row.line(), places.of(title.tconst()));
                }
            }
            case LEFT_OUT -> {}
        }
    }

    private void episode(TitleRow title, long line, Optional<EpisodeNumber> place) throws IOException {
        if (place.isPresent()) {
            sorter.add(place.get().encode(title, line));
        } else {
            halves.add(new PartialEpisode(title.tconst(), null, title, line));
        }
    }

    /// Joins the halves that did not meet because the files have different orders.
    private void joinHalves(String file) throws IOException {
        ExternalSorter<PartialEpisode>.Cursor walk = halves.sorted();
        PartialEpisode place = null;
        for (Optional<PartialEpisode> next = walk.next(); next.isPresent(); next = walk.next()) {
            PartialEpisode half = next.get();
            TitleRow title = half.title();
            if (title == null) {
                place = half;
            } else {
                try {
                    sorter.add(placeOf(half, place).encode(title, half.line()));
                } catch (InvalidRowException invalid) {
                    consumer.invalidRow(file, half.line(), invalid.reason());
                }
            }
        }
    }

    private static EpisodeNumber placeOf(PartialEpisode title, @Nullable PartialEpisode before) {
        EpisodeNumber number = before != null && before.tconst().equals(title.tconst()) ? before.place() : null;
        if (number == null) {
            throw new InvalidRowException("is an episode of no show");
        }
        return number;
    }
}
