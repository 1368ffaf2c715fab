/// Tries to make the server lose acknowledged writes: kills, power failures, failing disks, clients that repeat
/// requests.
///
/// Start with [dev.spoolmark.torture.Torture]. The tests of this package run a short version of each.
@NullMarked
package dev.spoolmark.torture;

import org.jspecify.annotations.NullMarked;
