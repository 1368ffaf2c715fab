/// Forms as browsers send them, and what is wrong with their values.
@NullMarked
package dev.spoolmark.web.form;

import org.jspecify.annotations.NullMarked;
