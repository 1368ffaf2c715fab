package dev.spoolmark.recommendation;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;

/// Weights between popular items, learned from the items that users liked: a linear item-item model of the EASE
/// class (Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", 2019).
///
/// It contains ids of items and weights, and no data of a single user.
public final class ItemModel {

    /// Maximum number of items. The matrix grows with its square: training takes 16 MB, the model 4 MB. On the
    /// ratings that `bench/evaluate` reads, twice as many items do not improve recommendations.
    public static final int MAX_ITEMS = 1_000;

    /// Minimum number of users of an item; with fewer, the weights would be noise and could reveal who they are.
    public static final int MIN_USERS = 3;

    private final List<Long> items;
    private final Map<Long, Integer> itemIndex;

    /// The weights of one item for all others, row by row.
    private final float[] weights;

    ItemModel(List<Long> items, DMatrixRMaj weights) {
        this(items, rounded(weights.data));
    }

    private ItemModel(List<Long> items, float[] weights) {
        this.items = List.copyOf(items);
        this.itemIndex = indexOf(items);
        this.weights = weights;
    }

    /// Reads what [#write] has written.
    static ItemModel read(ByteBuffer from, int size) {
        List<Long> items = new ArrayList<>(size);
        for (int index = 0; index < size; index++) {
            items.add(from.getLong());
        }
        float[] weights = new float[size * size];
        from.asFloatBuffer().get(weights);
        return new ItemModel(items, weights);
    }

    void write(ByteBuffer into) {
        items.forEach(into::putLong);
        into.asFloatBuffer().put(weights);
        into.position(into.position() + weights.length * Float.BYTES);
    }

    /// The number of items.
    int size() {
        return items.size();
    }

    private static float[] rounded(double[] weights) {
        float[] rounded = new float[weights.length];
        for (int cell = 0; cell < rounded.length; cell++) {
            rounded[cell] = (float) weights[cell];
        }
        return rounded;
    }

    /// Starts training for these items, at most [#MAX_ITEMS].
    public static EaseTrainer trainerFor(List<Long> items) {
        return new EaseTrainer(items);
    }

    static Map<Long, Integer> indexOf(List<Long> items) {
        Map<Long, Integer> indexes = HashMap.newHashMap(items.size());
        for (Long item : items) {
            indexes.putIfAbsent(item, indexes.size());
        }
        return indexes;
    }

    /// How well each other item goes with all of these together. Empty if the model contains none of them.
    public Map<Long, Double> scores(Collection<Long> liked) {
        int[] indexes = liked.stream()
                .map(itemIndex::get)
                .filter(index -> index != null)
                .mapToInt(Integer::intValue)
                .toArray();
        Map<Long, Double> scores = new HashMap<>();
        if (indexes.length > 0) {
            double[] sums = sums(indexes);
            for (int index = 0; index < sums.length; index++) {
                scores.put(items.get(index), sums[index]);
            }
            scores.keySet().removeAll(List.copyOf(liked));
        }
        return scores;
    }

    private double[] sums(int[] indexes) {
        double[] sums = new double[items.size()];
        for (int one : indexes) {
            for (int other = 0; other < sums.length; other++) {
                sums[other] += weights[one * sums.length + other];
            }
        }
        return sums;
    }
}
