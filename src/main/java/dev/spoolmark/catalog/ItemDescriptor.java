package dev.spoolmark.catalog;

import dev.spoolmark.catalog.lookup.LookupKey;
import dev.spoolmark.catalog.lookup.LookupKey.ItemId;
import dev.spoolmark.catalog.lookup.LookupKey.Slug;
import dev.spoolmark.catalog.lookup.LookupKey.TitleKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that identifies an item: a reference of a client, an item of a file or of a source.
public interface ItemDescriptor {

    Kind kind();

    /// @return the id in this catalog
    default @Nullable Long id() {
        return null;
    }

    default @Nullable String slug() {
        return null;
    }

    Ids ids();

    @Nullable
    String title();

    @Nullable
    Integer year();

    /// @return everything that the item can be found by, in the order in which it is tried (see [TitleRef])
    default List<LookupKey> lookupKeys() {
        List<LookupKey> keys = new ArrayList<>(2);
        Long id = id();
        if (id != null) {
            keys.add(new ItemId(id));
        }
        keys.addAll(ids().externalIds(kind()));
        String slug = slug();
        if (slug != null) {
            keys.add(new Slug(slug));
        }
        String title = title();
        if (title != null) {
            keys.add(new TitleKey(title, year()));
        }
        return keys;
    }
}
