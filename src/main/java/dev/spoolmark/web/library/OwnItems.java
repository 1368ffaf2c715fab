package dev.spoolmark.web.library;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ItemOrder;
import dev.spoolmark.activity.ItemPosition;
import dev.spoolmark.activity.ListedItemPage;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.watchlist.Watchlist;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The watchlist or the collection, as far as their pages differ.
sealed interface OwnItems {

    /// The address of the page, without a slash at its beginning; also the part of the keys of its texts.
    String name();

    /// What the page can be limited to.
    List<Kind> kinds();

    ListedItemPage page(
            ProfileView profile, @Nullable Kind kind, ItemOrder order, Optional<ItemPosition> after, int size);

    /// @return how many items were there
    int remove(UserId user, List<MediaId> items);

    record OfWatchlist(Watchlist watchlist) implements OwnItems {

        @Override
        public String name() {
            return "watchlist";
        }

        @Override
        public List<Kind> kinds() {
            return List.of(Kind.MOVIE, Kind.SHOW, Kind.EPISODE);
        }

        @Override
        public ListedItemPage page(
                ProfileView profile, @Nullable Kind kind, ItemOrder order, Optional<ItemPosition> after, int size) {
            return watchlist.page(profile, kind, order, after, size);
        }

        @Override
        public int remove(UserId user, List<MediaId> items) {
            return watchlist.remove(user, items);
        }
    }

    record OfCollection(CollectionItems collection) implements OwnItems {

        @Override
        public String name() {
            return "collection";
        }

        @Override
        public List<Kind> kinds() {
            return List.of(Kind.MOVIE, Kind.SHOW);
        }

        @Override
        public ListedItemPage page(
                ProfileView profile, @Nullable Kind kind, ItemOrder order, Optional<ItemPosition> after, int size) {
            return collection.page(profile, kind, order, after, size);
        }

        @Override
        public int remove(UserId user, List<MediaId> items) {
            List<ShowId> shows = items.stream()
                    .filter(ShowId.class::isInstance)
                    .map(ShowId.class::cast)
                    .toList();
            List<MediaId> others =
                    items.stream().filter(item -> !(item instanceof ShowId)).toList();
            return collection.removeShows(user, shows) + collection.remove(user, others);
        }
    }
}
