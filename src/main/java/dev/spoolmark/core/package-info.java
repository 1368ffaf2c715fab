/// What every other package may lean on: the reasons for a refusal, secrets, slugs and folded titles.
///
/// It knows no feature, no dialect and no library.
@NullMarked
package dev.spoolmark.core;

import org.jspecify.annotations.NullMarked;
