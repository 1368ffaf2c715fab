/// Reads catalogue files in the JSON Lines format of this server.
@NullMarked
package dev.spoolmark.metadata.jsonl;

import org.jspecify.annotations.NullMarked;
