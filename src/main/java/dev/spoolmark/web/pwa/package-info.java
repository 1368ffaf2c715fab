/// The pages as an application on a phone: manifest, service worker, the page without a connection, shortcuts.
@NullMarked
package dev.spoolmark.web.pwa;

import org.jspecify.annotations.NullMarked;
