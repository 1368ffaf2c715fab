/// Request bodies: reading within limits, decoding, and binding to records.
@NullMarked
package dev.spoolmark.http.body;

import org.jspecify.annotations.NullMarked;
