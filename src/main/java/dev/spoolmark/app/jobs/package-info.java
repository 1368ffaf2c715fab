/// Periodic and long-running work: metadata lookups, IMDb datasets, imports, maintenance.
@NullMarked
package dev.spoolmark.app.jobs;

import org.jspecify.annotations.NullMarked;
