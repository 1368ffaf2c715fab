/// The commands of the command line, one class each.
///
/// Start with [dev.spoolmark.app.command.Commands]. A command reads its words, asks a feature and says what became
/// of it; it decides nothing.
@NullMarked
package dev.spoolmark.app.cli;

import org.jspecify.annotations.NullMarked;
