/// What files of other trackers say about a user, independent of their formats. Start with
/// [dev.spoolmark.transfer.record.ImportRecord].
@NullMarked
package dev.spoolmark.transfer.record;

import org.jspecify.annotations.NullMarked;
