package dev.spoolmark.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Splits the liked items of each user into a training set and a test set of one fifth.
///
/// @param training training items by user
/// @param test test items by user, disjoint from the training items
record TrainTestSplit(Map<Long, List<Long>> training, Map<Long, List<Long>> test) {

    private static final int ONE_OF = 5;

    /// The same seed always gives the same split.
    static TrainTestSplit of(Map<Long, List<Long>> likes, long seed) {
        Random random = new Random(seed);
        Map<Long, List<Long>> training = new LinkedHashMap<>();
        Map<Long, List<Long>> test = new LinkedHashMap<>();
        likes.forEach((user, items) -> {
            List<Long> mixed = new ArrayList<>(items);
            Collections.shuffle(mixed, random);
            int stored = mixed.size() / ONE_OF;
            test.put(user, List.copyOf(mixed.subList(0, stored)));
            training.put(user, List.copyOf(mixed.subList(stored, mixed.size())));
        });
        return new TrainTestSplit(training, test);
    }
}
