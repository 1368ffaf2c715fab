/// The Trakt API v1: an API key in the path, SHA-1 passwords in the body, 142 methods.
///
/// Start with [dev.spoolmark.api.v1.V1]. Each section of the specification is one class, each method one line in its
/// `declare`. The package translates between HTTP and features; it contains no domain rules.
@NullMarked
package dev.spoolmark.api.v1;

import org.jspecify.annotations.NullMarked;
