/// What the server says about its own methods, printed from the table that answers them.
///
/// Start with [dev.spoolmark.api.docs.ApiDocs]. It gets the table and knows no dialect; the sentences lie beside it
/// as resources under `api-docs`.
@NullMarked
package dev.spoolmark.api.docs;

import org.jspecify.annotations.NullMarked;
