/// Basic types for all packages: problems, limits, secrets, text folding, clocks, rate limiters, background
/// tasks.
///
/// It depends on no other package.
@NullMarked
package dev.spoolmark.core;

import org.jspecify.annotations.NullMarked;
