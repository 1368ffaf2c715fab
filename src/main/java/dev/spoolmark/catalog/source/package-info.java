/// The queue of metadata lookups, and their results.
///
/// A lookup that a request waits for is [OnDemandLookup]; everything else goes through [SourceJobs].
@NullMarked
package dev.spoolmark.catalog.source;

import org.jspecify.annotations.NullMarked;
