/// Reads files of strangers within limits: archives, CSV, JSON and XML. Start with
/// [dev.spoolmark.transfer.file.ImportFile].
@NullMarked
package dev.spoolmark.transfer.file;

import org.jspecify.annotations.NullMarked;
