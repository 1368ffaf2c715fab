/// Proves who calls: password hashes, sign-in, and the limits on guessing.
@NullMarked
package dev.spoolmark.account.auth;

import org.jspecify.annotations.NullMarked;
