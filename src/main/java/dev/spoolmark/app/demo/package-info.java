/// The demo server and its data: a catalog, five users and three years of their activity, relative to today.
///
/// Start with [dev.spoolmark.app.demo.Demo]. [dev.spoolmark.app.demo.DemoSeeder] creates the data through the
/// methods of the features. The same date gives the same data.
@NullMarked
package dev.spoolmark.app.demo;

import org.jspecify.annotations.NullMarked;
