/// Merges two items that turn out to be one, and moves the data of users to the item that remains.
@NullMarked
package dev.spoolmark.catalog.merge;

import org.jspecify.annotations.NullMarked;
