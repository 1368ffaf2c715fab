package dev.spoolmark.catalog.lookup;

import dev.spoolmark.catalog.Provider;
import dev.spoolmark.catalog.ingest.InputCleaner;
import dev.spoolmark.core.TitleFolding;
import org.jspecify.annotations.Nullable;

/// One value by which an item can be found: an id, a slug or a title.
public sealed interface LookupKey {

    /// The id in this catalog.
    record ItemId(long value) implements LookupKey {}

    /// @param value in lower case
    record Slug(String value) implements LookupKey {}

    record ExternalId(Provider provider, String value) implements LookupKey {

        @Override
        public String toString() {
            return provider.key() + " " + value;
        }
    }

    /// A title as it was sent. It is folded only when it is looked up, which is rare: most lookups find an id first.
    record TitleKey(String title, @Nullable Integer year) implements LookupKey {

        /// An index entry of PostgreSQL holds about 2,700 bytes. No two titles of this length differ only at
        /// the end.
        private static final int LONGEST_KEY = 250;

        String key() {
            return key(title);
        }

        /// @return the title in its folded form, without a year
        public TitleKey folded() {
            return new TitleKey(key(), null);
        }

        public static String key(String title) {
            return InputCleaner.shortened(TitleYearParser.without(TitleFolding.fold(title)), LONGEST_KEY);
        }
    }
}
