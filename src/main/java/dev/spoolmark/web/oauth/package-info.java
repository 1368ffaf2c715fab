/// Pages of the OAuth provider: consent, codes that are typed by hand, and what a user connected and registered.
@NullMarked
package dev.spoolmark.web.oauth;

import org.jspecify.annotations.NullMarked;
