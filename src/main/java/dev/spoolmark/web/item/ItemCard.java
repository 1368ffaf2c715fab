package dev.spoolmark.web.item;

import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.userstate.UserItemState;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.Poster;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An item in a row or a grid, with what the viewer has done with it.
///
/// @param key names the item in forms
/// @param owner names the movie or show that it belongs to
/// @param address of its page, with the base path
/// @param title of the movie or show
/// @param detail season, episode, or empty
/// @param covered the title of an episode that `detail` leaves out; empty if it does not
/// @param note what the section says about it, such as a time; may be empty
/// @param time for machines, or null
/// @param isWatchable whether it has a button that marks it as watched
/// @param progress of playback in percent; 0 for none
public record ItemCard(
        String key,
        String owner,
        String address,
        String title,
        String detail,
        String covered,
        String note,
        @Nullable String time,
        Poster poster,
        boolean isWatchable,
        int progress,
        @Nullable UserItemState state) {

    private static final int PERCENT = 100;

    public static ItemCard of(Layout layout, ItemSummary item) {
        MediaId show = item.show();
        return new ItemCard(
                ItemFormKeys.of(item.id()),
                ItemFormKeys.of(show == null ? item.id() : show),
                layout.link(ItemLinks.of(item)),
                item.title(),
                ItemNames.detail(layout.text(), item),
                "",
                item.kind() == Kind.MOVIE || item.kind() == Kind.SHOW ? year(item) : "",
                null,
                Posters.of(layout.links(), item),
                item.kind() == Kind.MOVIE || item.kind() == Kind.EPISODE,
                0,
                null);
    }

    /// An item that the viewer has perhaps not watched.
    ///
    /// @param titles the episodes whose titles are covered
    static ItemCard ofUnseen(Layout layout, ItemSummary item, Set<EpisodeId> titles) {
        ItemCard card = of(layout, item);
        String title = item.episodeTitle();
        return title == null || !(item.id() instanceof EpisodeId episode) || !titles.contains(episode)
                ? card
                : new ItemCard(
                        card.key,
                        card.owner,
                        card.address,
                        card.title,
                        ItemNames.number(layout.text(), item.season(), item.number()),
                        title,
                        card.note,
                        card.time,
                        card.poster,
                        card.isWatchable,
                        card.progress,
                        card.state);
    }

    private static String year(ItemSummary item) {
        Integer year = item.year();
        return year == null ? "" : year.toString();
    }

    /// The same with a note of the section.
    ///
    /// @param moment for machines, or null
    public ItemCard withNote(String text, @Nullable String moment) {
        return new ItemCard(
                key, owner, address, title, detail, covered, text, moment, poster, isWatchable, progress, state);
    }

    /// The same without a button.
    public ItemCard withoutButton() {
        return new ItemCard(key, owner, address, title, detail, covered, note, time, poster, false, progress, state);
    }

    /// The same with the position of playback.
    ///
    /// @param position in 1/100 %
    public ItemCard withProgress(int position) {
        return new ItemCard(
                key,
                owner,
                address,
                title,
                detail,
                covered,
                note,
                time,
                poster,
                isWatchable,
                position / PERCENT,
                state);
    }

    /// The same with the marks of the viewer.
    public ItemCard withState(UserItemState marks) {
        return new ItemCard(
                key, owner, address, title, detail, covered, note, time, poster, isWatchable, progress, marks);
    }
}
