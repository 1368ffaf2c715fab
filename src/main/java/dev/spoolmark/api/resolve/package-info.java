/// From items that a request names to ids, for every API: one at a time or in batches, where each item that is not
/// found has a reason. The APIs parse and render. Start with [dev.spoolmark.api.resolve.ItemResolver].
@NullMarked
package dev.spoolmark.api.resolve;

import org.jspecify.annotations.NullMarked;
