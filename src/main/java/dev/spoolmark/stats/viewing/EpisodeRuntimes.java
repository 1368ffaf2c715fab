package dev.spoolmark.stats.viewing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The running times of many episodes in minutes, in compact form.
final class EpisodeRuntimes {

    private static final int INITIAL = 64;

    private long[] episodes = new long[INITIAL];
    private int[] minutes = new int[INITIAL];
    private int size;

    /// Fast if the episode is greater than all before.
    void put(long episode, int runtime) {
        int at =
                size == 0 || episodes[size - 1] < episode ? -size - 1 : Arrays.binarySearch(episodes, 0, size, episode);
        if (at < 0) {
            insert(-at - 1, episode);
            minutes[-at - 1] = runtime;
        } else {
            minutes[at] = runtime;
        }
    }

    private void insert(int at, long episode) {
        if (size == episodes.length) {
            episodes = Arrays.copyOf(episodes, 2 * size);
            minutes = Arrays.copyOf(minutes, 2 * size);
        }
        System.arraycopy(episodes, at, episodes, at + 1, size - at);
        System.arraycopy(minutes, at, minutes, at + 1, size - at);
        episodes[at] = episode;
        size++;
    }

    /// Adds those of others.
    void putAll(EpisodeRuntimes others) {
        for (int i = 0; i < others.size; i++) {
            put(others.episodes[i], others.minutes[i]);
        }
    }

    int size() {
        return size;
    }

    /// Null for an episode without a running time of its own.
    @Nullable
    Integer of(long episode) {
        int at = Arrays.binarySearch(episodes, 0, size, episode);
        return at < 0 ? null : minutes[at];
    }
}
