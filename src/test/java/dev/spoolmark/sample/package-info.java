/// Generated catalogs and libraries of any size, for tests and benchmarks of pages.
@NullMarked
package dev.spoolmark.sample;

import org.jspecify.annotations.NullMarked;
