/// Two-factor sign-in: time-based one-time passwords and recovery codes.
///
/// Start with [dev.spoolmark.account.secondfactor.SecondFactors].
@NullMarked
package dev.spoolmark.account.secondfactor;

import org.jspecify.annotations.NullMarked;
