/// Bringing people and their histories from elsewhere.
///
/// Start with [dev.spoolmark.imports.UsersFile]. It only reads and translates; what may be kept is decided below.
@NullMarked
package dev.spoolmark.imports;

import org.jspecify.annotations.NullMarked;
