/// The only way out of the house: requests to the few places the operator's configuration names (`security.md` 8).
///
/// Start with [dev.spoolmark.outgoing.Line]. It must not know what is asked there, nor why.
@NullMarked
package dev.spoolmark.outgoing;

import org.jspecify.annotations.NullMarked;
