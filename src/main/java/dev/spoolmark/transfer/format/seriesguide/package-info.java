/// The JSON backup of SeriesGuide. Start with [dev.spoolmark.transfer.format.seriesguide.SeriesGuideFormat].
@NullMarked
package dev.spoolmark.transfer.format.seriesguide;

import org.jspecify.annotations.NullMarked;
