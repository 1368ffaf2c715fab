/// Lists that users create and order.
///
/// Start with [dev.spoolmark.lists.Lists]. It does not know how an API names the items of a list.
@NullMarked
package dev.spoolmark.lists;

import org.jspecify.annotations.NullMarked;
