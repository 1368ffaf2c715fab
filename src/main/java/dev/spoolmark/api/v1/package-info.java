/// The dialect of 2010 to 2014: a key in the path, SHA-1 passwords in the body, 142 methods.
///
/// Start with [dev.spoolmark.api.v1.V1], which lists the sections; each section is one class, each method one line
/// in its `declare`. It translates and decides nothing: no rule of the domain lives here.
@NullMarked
package dev.spoolmark.api.v1;

import org.jspecify.annotations.NullMarked;
