package dev.spoolmark.web.item;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.web.item.ItemHeader.PageLink;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The pages about an item at the sites of its external ids.
final class SiteLinks {

    private SiteLinks() {}

    static List<PageLink> ofMovie(Ids ids) {
        return Stream.of(
                        link("https://www.imdb.com/title/", ids.imdb(), "IMDb"),
                        link("https://www.themoviedb.org/movie/", ids.tmdb(), "TMDB"))
                .flatMap(Function.identity())
                .toList();
    }

    static List<PageLink> ofShow(Ids ids) {
        return Stream.of(
                        link("https://www.imdb.com/title/", ids.imdb(), "IMDb"),
                        link("https://www.themoviedb.org/tv/", ids.tmdb(), "TMDB"),
                        link("https://thetvdb.com/dereferrer/series/", ids.tvdb(), "TheTVDB"),
                        link("https://www.tvmaze.com/shows/", ids.tvmaze(), "TVmaze"))
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<PageLink> link(String address, @Nullable Object id, String site) {
        return Stream.ofNullable(id).map(known -> new PageLink(address + known, site));
    }
}
