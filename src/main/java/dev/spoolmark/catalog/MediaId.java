package dev.spoolmark.catalog;

/// The number of something that can be rated, collected or put on a list. Unique over all kinds.
public sealed interface MediaId {

    long value();

    Kind kind();

    record MovieId(long value) implements MediaId {

        @Override
        public Kind kind() {
            return Kind.MOVIE;
        }
    }

    record ShowId(long value) implements MediaId {

        @Override
        public Kind kind() {
            return Kind.SHOW;
        }
    }

    record SeasonId(long value) implements MediaId {

        @Override
        public Kind kind() {
            return Kind.SEASON;
        }
    }

    record EpisodeId(long value) implements MediaId {

        @Override
        public Kind kind() {
            return Kind.EPISODE;
        }
    }
}
