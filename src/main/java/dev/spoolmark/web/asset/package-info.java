/// Style sheets, scripts and icons of the pages.
@NullMarked
package dev.spoolmark.web.asset;

import org.jspecify.annotations.NullMarked;
