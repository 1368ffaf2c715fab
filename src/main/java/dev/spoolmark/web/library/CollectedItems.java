package dev.spoolmark.web.library;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ItemOrder;
import dev.spoolmark.activity.ItemPosition;
import dev.spoolmark.activity.ItemSelection;
import dev.spoolmark.activity.ListedItemPage;
import dev.spoolmark.activity.Removal;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.web.item.CollectedForm;
import dev.spoolmark.web.library.BulkUndo.Change;
import dev.spoolmark.web.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The collection of the user: movies, and shows with their collected episodes. It has no order of its own.
record CollectedItems(CollectionItems collection, Lists lists, ProfileView self) implements OwnItems {

    @Override
    public List<Kind> kinds() {
        return List.of(Kind.MOVIE, Kind.SHOW);
    }

    @Override
    public List<ItemOrder> orders() {
        return List.of(ItemOrder.ADDED, ItemOrder.TITLE, ItemOrder.YEAR, ItemOrder.RUNTIME, ItemOrder.RATING);
    }

    @Override
    public ListedItemPage page(ItemSelection selection, Optional<ItemPosition> after, int size) {
        return collection.page(self, selection, after, size);
    }

    @Override
    public int count(ItemSelection selection, Optional<ItemPosition> upTo) {
        return collection.count(self, selection);
    }

    @Override
    public List<MediaId> present(List<MediaId> items) {
        List<ShowId> shows = items.stream()
                .filter(ShowId.class::isInstance)
                .map(ShowId.class::cast)
                .toList();
        List<MediaId> present = new ArrayList<>(collection.since(self, items).keySet());
        present.addAll(collection.episodes(self, shows).keySet());
        return present;
    }

    @Override
    public Map<MediaId, String> descriptions(Texts texts, List<MediaId> items) {
        Map<MediaId, String> found = new HashMap<>();
        collection
                .details(self, items)
                .forEach((item, details) -> found.put(item, CollectedForm.summary(texts, details)));
        return found;
    }

    @Override
    public BulkUndo remove(List<MediaId> items) {
        Removal removal = collection.removeUndoably(user(), items);
        return new BulkUndo(Change.COLLECTION_REMOVED, removal.at(), removal.items(), 0, 0);
    }

    @Override
    public BulkUndo copy(List<MediaId> items, String target) {
        return ListCopy.add(lists, user(), target, items);
    }

    @Override
    public boolean move(MediaId item, int number) {
        return false;
    }

    @Override
    public boolean moveBy(MediaId item, int places) {
        return false;
    }

    @Override
    public void note(MediaId item, String note) {}

    private UserId user() {
        return self.account().id();
    }
}
