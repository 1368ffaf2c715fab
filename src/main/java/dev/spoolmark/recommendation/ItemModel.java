package dev.spoolmark.recommendation;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;

/// How much each popular item speaks for each other, learned from who liked what: a linear item-item model of the
/// EASE class (Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", 2019).
///
/// It holds numbers of items and weights, and nothing of a person.
public final class ItemModel {

    /// The matrix grows with the square: while it is made it takes 16 MB, afterwards 4 MB. On the ratings that
    /// `bench/evaluate` reads, twice as many items recommend no better.
    public static final int MOST_ITEMS = 1_000;

    /// What fewer people liked says nothing yet, and would say it about them.
    public static final int FEWEST_PEOPLE = 3;

    private final List<Long> items;
    private final Map<Long, Integer> places;

    /// Row by row what one item says of all.
    private final float[] weights;

    ItemModel(List<Long> items, DMatrixRMaj weights) {
        this(items, rounded(weights.data));
    }

    private ItemModel(List<Long> items, float[] weights) {
        this.items = List.copyOf(items);
        this.places = placesOf(items);
        this.weights = weights;
    }

    /// What [#write] wrote.
    static ItemModel read(ByteBuffer from, int size) {
        List<Long> items = new ArrayList<>(size);
        for (int place = 0; place < size; place++) {
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

    /// How many items it is about.
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

    /// Begins to learn about these items, [#MOST_ITEMS] at most.
    public static EaseTrainer about(List<Long> items) {
        return new EaseTrainer(items);
    }

    static Map<Long, Integer> placesOf(List<Long> items) {
        Map<Long, Integer> places = HashMap.newHashMap(items.size());
        for (Long item : items) {
            places.putIfAbsent(item, places.size());
        }
        return places;
    }

    /// How well each item goes with all of these together, those themselves left out. Empty when the model knows
    /// none of them.
    public Map<Long, Double> scores(Collection<Long> liked) {
        int[] known = liked.stream()
                .map(places::get)
                .filter(place -> place != null)
                .mapToInt(Integer::intValue)
                .toArray();
        Map<Long, Double> scores = new HashMap<>();
        if (known.length > 0) {
            double[] sums = sums(known);
            for (int place = 0; place < sums.length; place++) {
                scores.put(items.get(place), sums[place]);
            }
            scores.keySet().removeAll(List.copyOf(liked));
        }
        return scores;
    }

    private double[] sums(int[] known) {
        double[] sums = new double[items.size()];
        for (int one : known) {
            for (int other = 0; other < sums.length; other++) {
                sums[other] += weights[one * sums.length + other];
            }
        }
        return sums;
    }
}
