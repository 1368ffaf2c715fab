package dev.spoolmark.web.item;

import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.catalog.ShowGuide;

/// An item that the viewer may see.
sealed interface TrackedItem {

    MediaId id();

    /// The page of the item, without the base path.
    String path();

    /// Whether an address has a slug that leads to the item but is not its present one, such as that of an item
    /// that was merged into it.
    default boolean isMoved(String slug) {
        String first = path().substring(0, path().indexOf('/', 1) + 1);
        return !(path() + "/").startsWith(first + slug + "/");
    }

    record OfMovie(Movie movie) implements TrackedItem {

        @Override
        public MediaId id() {
            return movie.id();
        }

        @Override
        public String path() {
            return ItemLinks.movie(movie.slug());
        }
    }

    record OfShow(ShowGuide guide) implements TrackedItem {

        @Override
        public MediaId id() {
            return guide.show().id();
        }

        @Override
        public String path() {
            return ItemLinks.show(guide.show().slug());
        }
    }

    record OfSeason(ShowGuide guide, Season season) implements TrackedItem {

        @Override
        public MediaId id() {
            return season.id();
        }

        @Override
        public String path() {
            return ItemLinks.season(guide.show().slug(), season.number());
        }
    }

    record OfEpisode(ShowGuide guide, EpisodeSummary episode) implements TrackedItem {

        @Override
        public MediaId id() {
            return episode.id();
        }

        @Override
        public String path() {
            return ItemLinks.episode(guide.show().slug(), episode.season(), episode.number());
        }
    }
}
