package dev.spoolmark.catalog.edit;

import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeStore;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieStore;
import dev.spoolmark.catalog.Person;
import dev.spoolmark.catalog.PersonStore;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.SeasonStore;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowStore;
import dev.spoolmark.catalog.edit.EditedItem.ItemPath;
import dev.spoolmark.catalog.lookup.SlugAssigner;
import dev.spoolmark.catalog.merge.ItemAliasStore;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An item of any kind as the editor reads and writes it.
sealed interface EditableItem {

    Map<FactField, String> texts();

    Ids ids();

    ItemPath path();

    boolean isProvisional();

    /// The item with the values of a form, which may have errors afterwards.
    EditableItem with(FactValues values, Instant now);

    /// @param previous the item before the edit
    void save(Tx tx, EditableItem previous);

    /// Empty for an item that was merged into another, or is being deleted.
    static Optional<EditableItem> find(Tx tx, EditedItem item) {
        return ItemAliasStore.isRemoved(tx, item.kind(), item.id()) ? Optional.empty() : read(tx, item);
    }

    private static Optional<EditableItem> read(Tx tx, EditedItem item) {
        return switch (item.kind()) {
            case MOVIE -> {
                MovieId id = new MovieId(item.id());
                yield Optional.ofNullable(MovieStore.get(tx, List.of(id)).get(id))
                        .map(OfMovie::new);
            }
            case SHOW -> show(tx, new ShowId(item.id())).map(OfShow::new);
            case SEASON -> {
                SeasonId id = new SeasonId(item.id());
                yield Optional.ofNullable(SeasonStore.get(tx, List.of(id)).get(id))
                        .flatMap(season -> show(tx, season.show()).map(show -> new OfSeason(season, show)));
            }
            case EPISODE -> {
                EpisodeId id = new EpisodeId(item.id());
                yield Optional.ofNullable(EpisodeStore.get(tx, List.of(id)).get(id))
                        .flatMap(episode -> show(tx, episode.show()).map(show -> new OfEpisode(episode, show)));
            }
            case PERSON ->
                Optional.ofNullable(PersonStore.get(tx, List.of(item.id())).get(item.id()))
                        .map(OfPerson::new);
            case LIST -> Optional.empty();
        };
    }

    private static Optional<Show> show(Tx tx, ShowId id) {
        return Optional.ofNullable(ShowStore.get(tx, List.of(id)).get(id));
    }

    record OfMovie(Movie movie) implements EditableItem {

        @Override
        public Map<FactField, String> texts() {
            return FactTexts.of(movie);
        }

        @Override
        public Ids ids() {
            return movie.ids();
        }

        @Override
        public ItemPath path() {
            return ItemPath.of(movie.slug());
        }

        @Override
        public boolean isProvisional() {
            return movie.provisional();
        }

        @Override
        public EditableItem with(FactValues values, Instant now) {
            return new OfMovie(FactWriter.apply(movie, values, now));
        }

        @Override
        public void save(Tx tx, EditableItem previous) {
            new SlugAssigner(tx, Kind.MOVIE).storePrevious(((OfMovie) previous).movie, movie.title(), movie.year());
            MovieStore.save(tx, List.of(movie));
        }
    }

    record OfShow(Show show) implements EditableItem {

        @Override
        public Map<FactField, String> texts() {
            return FactTexts.of(show);
        }

        @Override
        public Ids ids() {
            return show.ids();
        }

        @Override
        public ItemPath path() {
            return ItemPath.of(show.slug());
        }

        @Override
        public boolean isProvisional() {
            return show.provisional();
        }

        @Override
        public EditableItem with(FactValues values, Instant now) {
            return new OfShow(FactWriter.apply(show, values, now));
        }

        @Override
        public void save(Tx tx, EditableItem previous) {
            new SlugAssigner(tx, Kind.SHOW).storePrevious(((OfShow) previous).show, show.title(), show.year());
            ShowStore.save(tx, List.of(show));
        }
    }

    record OfSeason(Season season, Show show) implements EditableItem {

        @Override
        public Map<FactField, String> texts() {
            return FactTexts.of(season);
        }

        @Override
        public Ids ids() {
            return season.ids();
        }

        @Override
        public ItemPath path() {
            return new ItemPath(show.slug(), season.number(), -1);
        }

        @Override
        public boolean isProvisional() {
            return season.provisional();
        }

        @Override
        public EditableItem with(FactValues values, Instant now) {
            return new OfSeason(FactWriter.apply(season, values), show);
        }

        @Override
        public void save(Tx tx, EditableItem previous) {
            SeasonStore.save(tx, List.of(season));
        }
    }

    record OfEpisode(Episode episode, Show show) implements EditableItem {

        @Override
        public Map<FactField, String> texts() {
            return FactTexts.of(episode);
        }

        @Override
        public Ids ids() {
            return episode.ids();
        }

        @Override
        public ItemPath path() {
            return new ItemPath(show.slug(), episode.season(), episode.number());
        }

        @Override
        public boolean isProvisional() {
            return episode.provisional();
        }

        @Override
        public EditableItem with(FactValues values, Instant now) {
            return new OfEpisode(FactWriter.apply(episode, show.facts().broadcast(), values, now), show);
        }

        @Override
        public void save(Tx tx, EditableItem previous) {
            Episode before = ((OfEpisode) previous).episode;
            if (episode.season() != before.season() || episode.number() != before.number()) {
                move(tx);
            }
            EpisodeStore.save(tx, List.of(episode));
        }

        /// The other episode at the place of this one.
        Optional<Episode> other(Tx tx) {
            return EpisodeStore.at(tx, episode.show(), episode.season(), episode.number())
                    .filter(found -> !found.id().equals(episode.id()));
        }

        private void move(Tx tx) {
            if (SeasonStore.at(tx, episode.show(), episode.season()).isEmpty()) {
                SeasonId season = new SeasonId(tx.newId("item"));
                SeasonStore.save(
                        tx, List.of(new Season(season, episode.show(), episode.season(), Ids.NONE, null, false)));
            }
            EpisodeStore.renumber(tx, List.<Object[]>of(new Object[] {
                episode.season(),
                episode.number(),
                episode.updatedAt(),
                episode.id().value()
            }));
        }
    }

    record OfPerson(Person person) implements EditableItem {

        @Override
        public Map<FactField, String> texts() {
            return FactTexts.of(person);
        }

        @Override
        public Ids ids() {
            return person.ids();
        }

        @Override
        public ItemPath path() {
            return ItemPath.of(person.slug());
        }

        @Override
        public boolean isProvisional() {
            return false;
        }

        @Override
        public EditableItem with(FactValues values, Instant now) {
            return new OfPerson(FactWriter.apply(person, values, now));
        }

        @Override
        public void save(Tx tx, EditableItem previous) {
            PersonStore.save(tx, List.of(person));
        }
    }
}
