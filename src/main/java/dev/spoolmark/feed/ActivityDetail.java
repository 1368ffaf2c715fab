package dev.spoolmark.feed;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.lists.UserList;
import dev.spoolmark.rating.Score;
import java.util.List;

/// To what something was done, and what there is to tell of it.
public sealed interface ActivityDetail {

    /// What the entry is filed under: a movie, a show, an episode, or a list.
    Kind type();

    /// What tells this deed from others of the same action, person and moment.
    long subject();

    /// Every thing that is named in it.
    List<MediaId> items();

    /// One thing was watched, collected, listed.
    record WithItem(MediaId item) implements ActivityDetail {

        @Override
        public Kind type() {
            return item.kind();
        }

        @Override
        public long subject() {
            return item.value();
        }

        @Override
        public List<MediaId> items() {
            return List.of(item);
        }
    }

    /// Episodes of one show, all in one call.
    record WithEpisodes(ShowId show, List<EpisodeId> episodes) implements ActivityDetail {

        public WithEpisodes {
            episodes = List.copyOf(episodes);
        }

        @Override
        public Kind type() {
            return Kind.EPISODE;
        }

        @Override
        public long subject() {
            return show.value();
        }

        @Override
        public List<MediaId> items() {
            return List.copyOf(episodes);
        }
    }

    record Rated(MediaId item, Score score) implements ActivityDetail {

        @Override
        public Kind type() {
            return item.kind();
        }

        @Override
        public long subject() {
            return item.value();
        }

        @Override
        public List<MediaId> items() {
            return List.of(item);
        }
    }

    /// Words about a thing.
    ///
    /// @param number the comment's own
    record Said(MediaId item, long number, String text, boolean spoiler) implements ActivityDetail {

        @Override
        public Kind type() {
            return item.kind();
        }

        @Override
        public long subject() {
            return number;
        }

        @Override
        public List<MediaId> items() {
            return List.of(item);
        }
    }

    /// A list was begun.
    record MadeList(UserList list) implements ActivityDetail {

        @Override
        public Kind type() {
            return Kind.LIST;
        }

        @Override
        public long subject() {
            return list.id().value();
        }

        @Override
        public List<MediaId> items() {
            return List.of();
        }
    }

    /// Something was put on a list.
    ///
    /// @param number the entry's own
    record Listed(UserList list, long number, MediaId item) implements ActivityDetail {

        @Override
        public Kind type() {
            return Kind.LIST;
        }

        @Override
        public long subject() {
            return number;
        }

        @Override
        public List<MediaId> items() {
            return List.of(item);
        }
    }
}
