/// Documentation pages and the OpenAPI document, generated from a method table.
///
/// Start with [dev.spoolmark.api.docs.ApiDocs]. It knows no API; the texts are resources under `api-docs`.
@NullMarked
package dev.spoolmark.api.docs;

import org.jspecify.annotations.NullMarked;
