/// Where everything is kept: one SQL for SQLite and PostgreSQL, and the only JDBC of the house.
///
/// Start with [dev.spoolmark.db.Database]. It must not know what it stores.
@NullMarked
package dev.spoolmark.db;

import org.jspecify.annotations.NullMarked;
