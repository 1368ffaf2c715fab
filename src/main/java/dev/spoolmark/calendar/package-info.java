/// What airs when, for everyone or for one person.
///
/// Start with [dev.spoolmark.calendar.Calendar]. It must not know who watched what airs.
@NullMarked
package dev.spoolmark.calendar;

import org.jspecify.annotations.NullMarked;
