/// Where everything is kept: one SQL for SQLite and PostgreSQL, and the only JDBC of the house.
///
/// Start with [dev.spoolmark.store.Database]. It must not know what it stores.
@NullMarked
package dev.spoolmark.store;

import org.jspecify.annotations.NullMarked;
