/// Storage: one SQL for SQLite and PostgreSQL. The only package that uses JDBC.
///
/// Start with [dev.spoolmark.db.Database]. It depends on no feature.
@NullMarked
package dev.spoolmark.db;

import org.jspecify.annotations.NullMarked;
