/// Proof that a second API beside v1 needs no change outside its own package.
@NullMarked
package dev.spoolmark.secondapi;

import org.jspecify.annotations.NullMarked;
