/// The queue of items that metadata sources are asked about, and what they return.
///
/// A lookup that a request waits for is [OnDemandLookup]; everything else goes through [SourceJobs].
@NullMarked
package dev.spoolmark.catalog.source;

import org.jspecify.annotations.NullMarked;
