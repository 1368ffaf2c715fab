/// Tables of any program, whose columns are recognised by their names or chosen by the user. Start with
/// [dev.spoolmark.transfer.format.table.GenericFormat].
@NullMarked
package dev.spoolmark.transfer.format.table;

import org.jspecify.annotations.NullMarked;
