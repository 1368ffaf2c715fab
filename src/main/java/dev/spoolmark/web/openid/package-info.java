/// Sign-in with an OpenID provider, and the link between an account and its identity there.
@NullMarked
package dev.spoolmark.web.openid;

import org.jspecify.annotations.NullMarked;
