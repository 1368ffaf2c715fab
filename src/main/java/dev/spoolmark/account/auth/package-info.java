/// Authentication: password hashes, sign-in, and limits on guessing.
@NullMarked
package dev.spoolmark.account.auth;

import org.jspecify.annotations.NullMarked;
