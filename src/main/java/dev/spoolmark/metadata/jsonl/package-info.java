/// Readers of catalog files.
@NullMarked
package dev.spoolmark.metadata.jsonl;

import org.jspecify.annotations.NullMarked;
