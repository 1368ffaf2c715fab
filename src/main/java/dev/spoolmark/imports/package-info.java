/// Import of users and their data.
///
/// Start with [dev.spoolmark.imports.UsersFile]. It only reads and converts; the features decide what is
/// stored.
@NullMarked
package dev.spoolmark.imports;

import org.jspecify.annotations.NullMarked;
