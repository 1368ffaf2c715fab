/// Texts of the pages in the languages that they are translated to, and the form of dates, times and numbers.
@NullMarked
package dev.spoolmark.web.text;

import org.jspecify.annotations.NullMarked;
