/// Tries to make the server lose what it acknowledged: kills, power cuts, failing disks, clients that repeat
/// themselves.
///
/// Start with [dev.spoolmark.torture.Torture]; the tests of the same package run a short version of each.
@NullMarked
package dev.spoolmark.torture;

import org.jspecify.annotations.NullMarked;
