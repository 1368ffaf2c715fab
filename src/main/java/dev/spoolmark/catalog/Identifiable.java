package dev.spoolmark.catalog;

import dev.spoolmark.catalog.lookup.LookupKey;
import dev.spoolmark.catalog.lookup.LookupKey.ExternalId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that tells which item it means: what a client names, what a file brings.
public interface Identifiable {

    Kind kind();

    Ids ids();

    @Nullable
    String title();

    @Nullable
    Integer year();

    /// Everything it can be found by, in the order of the specification.
    default List<LookupKey> names() {
        List<ExternalId> ids = ids().externalIds(kind());
        List<LookupKey> names = new ArrayList<>(ids);
        String title = title();
        if (title != null) {
            names.add(new LookupKey.TitleKey(title, year()));
        }
        return names;
    }
}
