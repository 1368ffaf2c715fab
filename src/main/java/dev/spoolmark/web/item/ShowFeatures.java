package dev.spoolmark.web.item;

import dev.spoolmark.progress.UpNext;
import dev.spoolmark.rewatch.Rewatches;
import dev.spoolmark.showsetting.ShowSettings;

/// How users follow shows.
public record ShowFeatures(UpNext upNext, Rewatches rewatches, ShowSettings settings) {}
