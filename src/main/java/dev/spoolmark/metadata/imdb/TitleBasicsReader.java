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
    private final ExternalSorter<PartialEpisode> partials;
    private long titlesRead;
    private long episodesRead;

    private TitleBasicsReader(
            ImdbFolder folder,
            ImdbConsumer consumer,
            ExternalSorter<SortedTitle> sorter,
            ExternalSorter<PartialEpisode> partials) {
        this.folder = folder;
        this.consumer = consumer;
        this.sorter = sorter;
        this.partials = partials;
    }

    static void read(ImdbFolder folder, Path workspace, ImdbConsumer consumer) throws IOException {
        try (ExternalSorter<SortedTitle> sorter = new ExternalSorter<>(workspace, SortedTitle.FORM);
                ExternalSorter<PartialEpisode> partials = new ExternalSorter<>(workspace, PartialEpisode.FORM)) {
            TitleBasicsReader titles = new TitleBasicsReader(folder, consumer, sorter, partials);
            String name = titles.readRows();
            titles.joinPartials(name);
            new ShowAssembler(sorter, name, consumer).read();
        }
    }

    private String readRows() throws IOException {
        consumer.beginPart("titles", folder.size(ImdbFile.TITLES) + folder.size(ImdbFile.EPISODES));
        try (TsvReader titles = folder.table(ImdbFile.TITLES, consumer, bytes -> {
                            titlesRead = bytes;
                            consumer.progress(titlesRead + episodesRead);
                        })
                        .orElseThrow();
                TsvReader episodes = folder.table(ImdbFile.EPISODES, consumer, bytes -> episodesRead = bytes)
                        .orElse(null)) {
            EpisodeNumberJoin numbers = episodes == null ? null : new EpisodeNumberJoin(episodes, partials);
            while (titles.next()) {
                try {
                    read(titles, numbers);
                } catch (InvalidRowException invalid) {
                    titles.reject(invalid.reason());
                }
            }
            if (numbers != null) {
                numbers.finish();
            }
            return titles.name();
        }
    }

    private void read(TsvReader row, @Nullable EpisodeNumberJoin numbers) throws IOException {
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
                if (!adult && numbers != null) {
                    episode(title, row.line(), numbers.of(title.tconst()));
                }
            }
            case LEFT_OUT -> {}
        }
    }

    private void episode(TitleRow title, long line, Optional<EpisodeNumber> number) throws IOException {
        if (number.isPresent()) {
            sorter.add(number.get().encode(title, line));
        } else {
            partials.add(new PartialEpisode(title.tconst(), null, title, line));
        }
    }

    /// Joins the halves that did not meet because the files have different orders.
    private void joinPartials(String file) throws IOException {
        ExternalSorter<PartialEpisode>.Cursor walk = partials.sorted();
        PartialEpisode number = null;
        for (Optional<PartialEpisode> next = walk.next(); next.isPresent(); next = walk.next()) {
            PartialEpisode partial = next.get();
            TitleRow title = partial.title();
            if (title == null) {
                number = partial;
            } else {
                try {
                    sorter.add(numberOf(partial, number).encode(title, partial.line()));
                } catch (InvalidRowException invalid) {
                    consumer.invalidRow(file, partial.line(), invalid.reason());
                }
            }
        }
    }

    private static EpisodeNumber numberOf(PartialEpisode title, @Nullable PartialEpisode before) {
        EpisodeNumber number = before != null && before.tconst().equals(title.tconst()) ? before.number() : null;
        if (number == null) {
            throw new InvalidRowException("is an episode of no show");
        }
        return number;
    }
}
