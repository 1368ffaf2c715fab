/// Finds items by reference, title, slug or external id, and caches the results.
@NullMarked
package dev.spoolmark.catalog.lookup;

import org.jspecify.annotations.NullMarked;
