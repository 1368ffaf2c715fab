/// The backup of Simkl, as JSON and as a table. Start with
/// [dev.spoolmark.transfer.format.simkl.SimklFormat].
@NullMarked
package dev.spoolmark.transfer.format.simkl;

import org.jspecify.annotations.NullMarked;
