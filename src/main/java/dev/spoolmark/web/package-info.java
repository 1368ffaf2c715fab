/// Pages for people: routing, sessions, forms and rendering. Pages contain no domain rules; each shows what a
/// feature returns. A page is a record of this package or of a package below it, rendered by the JTE template that
/// takes it.
@NullMarked
package dev.spoolmark.web;

import org.jspecify.annotations.NullMarked;
