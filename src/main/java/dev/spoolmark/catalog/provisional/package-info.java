/// Items known only from client input, and how they are stored.
@NullMarked
package dev.spoolmark.catalog.provisional;

import org.jspecify.annotations.NullMarked;
