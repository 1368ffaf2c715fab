package dev.spoolmark.catalog;

/// What stands for the title of an item that was named by an id alone, until somebody knows better.
final class Placeholder {

    private Placeholder() {}

    static String titleOf(Named named) {
        String title = named.title();
        return title == null ? titleOf(named.kind(), named.ids()) : title;
    }

    /// `tt0372784`, or `TMDB 272`. An item without an id has a title.
    static String titleOf(Kind kind, Ids ids) {
        return ids.foreign(kind).stream()
                .findFirst()
                .map(id -> id.provider() == Provider.IMDB
                        ? id.value()
                        : id.provider().name() + " " + id.value())
                .orElse("");
    }
}
