/// The commands of the command line, one class each.
///
/// Start with [dev.spoolmark.app.cli.Commands]. A command parses its arguments, calls a feature and prints the
/// result; it contains no domain rules.
@NullMarked
package dev.spoolmark.app.cli;

import org.jspecify.annotations.NullMarked;
