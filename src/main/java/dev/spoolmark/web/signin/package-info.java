/// Signing in and out, and confirming the password before something sensitive.
@NullMarked
package dev.spoolmark.web.signin;

import org.jspecify.annotations.NullMarked;
