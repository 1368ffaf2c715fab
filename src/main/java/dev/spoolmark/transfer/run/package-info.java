/// Imports of files: what the records of a file mean here, their writing, the report and the undo. Start with
/// [dev.spoolmark.transfer.run.Imports].
@NullMarked
package dev.spoolmark.transfer.run;

import org.jspecify.annotations.NullMarked;
