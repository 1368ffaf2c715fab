/// What a person starts: the configuration, the data directory, and the server put together.
///
/// Start with [dev.spoolmark.app.Main]; what can be set stands in [dev.spoolmark.app.config.Settings]. Nothing below
/// may
/// read the configuration: each part is handed its own record.
@NullMarked
package dev.spoolmark.app;

import org.jspecify.annotations.NullMarked;
