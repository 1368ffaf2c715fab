/// Writing JSON responses.
@NullMarked
package dev.spoolmark.http.json;

import org.jspecify.annotations.NullMarked;
