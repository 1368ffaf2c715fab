package dev.spoolmark.catalog;

/// What stands for the title of an item that was named by an id alone, until somebody knows better.
final class Placeholder {

    private Placeholder() {}

    static String titleOf(Named named) {
        String title = named.title();
        return title == null ? titleOf(named.kind(), named.ids()) : title;
    }

    /// Whether the title only stands for one of these ids.
    static boolean isOne(Kind kind, String title, Ids ids) {
        return ids.foreign(kind).stream().map(Placeholder::titleOf).anyMatch(title::equals);
    }

    /// `tt0372784`, or `TMDB 272`. An item without an id has a title.
    static String titleOf(Kind kind, Ids ids) {
        return ids.foreign(kind).stream().findFirst().map(Placeholder::titleOf).orElse("");
    }

    private static String titleOf(Name.ForeignId id) {
        return id.provider() == Provider.IMDB ? id.value() : id.provider().name() + " " + id.value();
    }
}
