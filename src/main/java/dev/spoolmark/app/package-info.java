/// Assembly of the server: entry point, data directory, backup and restore.
///
/// Start with [dev.spoolmark.app.Main]. No package below reads the configuration: each gets its own record.
@NullMarked
package dev.spoolmark.app;

import org.jspecify.annotations.NullMarked;
