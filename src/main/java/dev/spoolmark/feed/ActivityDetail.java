package dev.spoolmark.feed;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.lists.UserList;
import dev.spoolmark.rating.Score;
import java.util.List;

/// The object of an activity.
public sealed interface ActivityDetail {

    /// The kind of the entry: movie, show, season, episode or list.
    Kind type();

    /// Distinguishes activities with the same action, user and time.
    long subject();

    /// All items of the activity.
    List<MediaId> items();

    /// An item was watched, collected or added to the watchlist.
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

    /// Episodes of one show, from one request.
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

    /// A comment about an item.
    ///
    /// @param number the id of the comment
    record Commented(MediaId item, long number, String text, boolean spoiler) implements ActivityDetail {

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

    /// A list was created.
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

    /// An item was added to a list.
    ///
    /// @param number the id of the list entry
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
