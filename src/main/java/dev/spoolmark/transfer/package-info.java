/// Takes the data of users out of the server.
///
/// Start with [dev.spoolmark.transfer.UserExport]. It reads through the features and knows no SQL.
@NullMarked
package dev.spoolmark.transfer;

import org.jspecify.annotations.NullMarked;
