package dev.spoolmark.catalog;

import dev.spoolmark.catalog.lookup.LookupKey;

/// The title of an item that is known by an id only, such as `tt0372784`.
public final class TitleFromId {

    private TitleFromId() {}

    public static String titleOf(ItemDescriptor item) {
        String title = item.title();
        return title == null ? titleOf(item.kind(), item.ids()) : title;
    }

    /// @return whether the title was made from one of these ids
    public static boolean isFromId(Kind kind, String title, Ids ids) {
        return ids.externalIds(kind).stream().map(TitleFromId::titleOf).anyMatch(title::equals);
    }

    /// @return `tt0372784` or `TMDB 272`; empty without an id
    public static String titleOf(Kind kind, Ids ids) {
        return ids.externalIds(kind).stream()
                .findFirst()
                .map(TitleFromId::titleOf)
                .orElse("");
    }

    private static String titleOf(LookupKey.ExternalId id) {
        return id.provider() == Provider.IMDB ? id.value() : id.provider().name() + " " + id.value();
    }
}
