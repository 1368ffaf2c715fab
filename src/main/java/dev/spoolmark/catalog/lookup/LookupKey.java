package dev.spoolmark.catalog.lookup;

import dev.spoolmark.catalog.Provider;
import dev.spoolmark.catalog.ingest.InputCleaner;
import dev.spoolmark.core.TitleFolding;
import org.jspecify.annotations.Nullable;

/// One of the things by which an item can be told: an id that others give it, or its title.
public sealed interface LookupKey {

    record ExternalId(Provider provider, String value) implements LookupKey {

        @Override
        public String toString() {
            return provider.key() + " " + value;
        }
    }

    /// A title as somebody wrote it. Folding is left to the moment it is looked up, which most of the time never
    /// comes.
    record TitleKey(String title, @Nullable Integer year) implements LookupKey {

        /// An index entry of PostgreSQL holds some 2,700 bytes; no two titles of this length differ only at the end.
        private static final int LONGEST_KEY = 250;

        String key() {
            return key(title);
        }

        /// The same title however it is written, whatever its year.
        public TitleKey folded() {
            return new TitleKey(key(), null);
        }

        public static String key(String title) {
            return InputCleaner.shortened(TitleYearParser.without(TitleFolding.fold(title)), LONGEST_KEY);
        }
    }
}
