package dev.spoolmark.catalog;

import dev.spoolmark.catalog.Name.ForeignId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that tells which item it means: what a client names, what a file brings.
interface Named {

    Kind kind();

    Ids ids();

    @Nullable
    String title();

    @Nullable
    Integer year();

    /// Everything it can be found by, in the order of the specification.
    default List<Name> names() {
        List<ForeignId> ids = ids().foreign(kind());
        List<Name> names = new ArrayList<>(ids);
        String title = title();
        if (title != null) {
            names.add(new Name.Titled(title, year()));
        }
        return names;
    }
}
