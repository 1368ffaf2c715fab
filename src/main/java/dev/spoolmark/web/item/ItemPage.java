package dev.spoolmark.web.item;

import dev.spoolmark.web.Layout;
import dev.spoolmark.web.item.ItemHeader.PageLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page about a movie, show, season or episode.
///
/// @param seasons of a show
/// @param episodes of a season, at most 100
/// @param neighbors links to the pages before and after this one
/// @param cast members of cast and crew of a movie or show
/// @param related address of the page with related items, or null
/// @param note of the viewer; empty if there is none
/// @param comments null for a season
/// @param show how the viewer follows the show; null on other pages
public record ItemPage(
        Layout layout,
        ItemHeader header,
        ItemMarks marks,
        WatchedBox watched,
        List<SeasonView> seasons,
        List<EpisodeCell> episodes,
        List<PageLink> neighbors,
        List<CastLine> cast,
        @Nullable String related,
        NoteView note,
        @Nullable CommentSection comments,
        @Nullable ShowBox show) {

    public ItemPage {
        seasons = List.copyOf(seasons);
        episodes = List.copyOf(episodes);
        neighbors = List.copyOf(neighbors);
        cast = List.copyOf(cast);
    }

    /// A page without the part about following a show.
    ItemPage(
            Layout layout,
            ItemHeader header,
            ItemMarks marks,
            WatchedBox watched,
            List<SeasonView> seasons,
            List<EpisodeCell> episodes,
            List<PageLink> neighbors,
            List<CastLine> cast,
            @Nullable String related,
            NoteView note,
            @Nullable CommentSection comments) {
        this(layout, header, marks, watched, seasons, episodes, neighbors, cast, related, note, comments, null);
    }

    /// The same page with how the viewer follows the show.
    ItemPage with(ShowBox box) {
        return new ItemPage(
                layout, header, marks, watched, seasons, episodes, neighbors, cast, related, note, comments, box);
    }
}
