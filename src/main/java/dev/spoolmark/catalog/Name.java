package dev.spoolmark.catalog;

import dev.spoolmark.kernel.Titles;
import org.jspecify.annotations.Nullable;

/// One of the things by which an item can be told: an id that others give it, or its title.
sealed interface Name {

    record ForeignId(Provider provider, String value) implements Name {

        @Override
        public String toString() {
            return provider.word() + " " + value;
        }
    }

    /// A title as somebody wrote it. Folding is left to the moment it is looked up, which most of the time never comes.
    record Titled(String title, @Nullable Integer year) implements Name {

        /// An index entry of PostgreSQL holds some 2,700 bytes; no two titles of this length differ only at the end.
        private static final int LONGEST_KEY = 250;

        String key() {
            return key(title);
        }

        /// The same title however it is written, whatever its year.
        Titled folded() {
            return new Titled(key(), null);
        }

        static String key(String title) {
            return Given.shortened(YearInTitle.without(Titles.fold(title)), LONGEST_KEY);
        }
    }
}
