/// Settings of the server that administrators change on a page, stored in the database.
///
/// Start with [dev.spoolmark.serversettings.ServerSettings]. It does not know how settings are parsed.
@NullMarked
package dev.spoolmark.serversettings;

import org.jspecify.annotations.NullMarked;
