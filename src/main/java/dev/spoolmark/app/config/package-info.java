/// Settings: where they come from, how they are parsed, and their defaults.
@NullMarked
package dev.spoolmark.app.config;

import org.jspecify.annotations.NullMarked;
