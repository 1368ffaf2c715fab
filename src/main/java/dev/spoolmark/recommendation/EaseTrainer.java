package dev.spoolmark.recommendation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/// The learning of an [ItemModel]: one person after the other, then the model.
///
/// With `G` the people two items have in common and `P = (G + λI)⁻¹`, what item `i` says of item `j` is
/// `-P[i][j] / P[j][j]`. Somebody with many items says less about each, one through the root of their number:
/// whoever watches everything says little about what goes together.
public final class EaseTrainer {

    /// Found with `bench/evaluate --tune`, which never looks at what is tested.
    static final double REGULARIZATION = 20;

    private final List<Long> items;
    private final Map<Long, Integer> places;
    private final DMatrixRMaj shared;

    EaseTrainer(List<Long> items) {
        if (items.size() > ItemModel.MOST_ITEMS) {
            throw new IllegalArgumentException("too many items for a model: " + items.size());
        }
        this.items = List.copyOf(items);
        this.places = ItemModel.placesOf(items);
        this.shared = new DMatrixRMaj(items.size(), items.size());
    }

    /// Learns what one person liked. Items that the model is not about are passed over.
    public void addUser(Collection<Long> liked) {
        int[] known = liked.stream()
                .distinct()
                .map(places::get)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .toArray();
        double weight = 1 / Math.sqrt(known.length);
        for (int one : known) {
            for (int other : known) {
                shared.data[one * shared.numCols + other] += weight;
            }
        }
    }

    /// The model, once: what was heard is used up.
    public ItemModel train() {
        return train(REGULARIZATION);
    }

    /// The same with another restraint, to find out which is best.
    ///
    /// @param restraint how much must speak for a connection before it counts; the `λ` of the formula
    public ItemModel train(double restraint) {
        DMatrixRMaj weights = inverse(restraint);
        int size = items.size();
        double[] own = new double[size];
        for (int place = 0; place < size; place++) {
            own[place] = weights.get(place, place);
        }
        for (int cell = 0; cell < weights.data.length; cell++) {
            boolean itself = cell / size == cell % size;
            weights.data[cell] = itself ? 0 : -weights.data[cell] / own[cell % size];
        }
        return new ItemModel(items, weights);
    }

    /// The matrix is symmetric and, with the restraint on its diagonal, positive: Cholesky's method is the fast one.
    /// It works in place.
    private DMatrixRMaj inverse(double restraint) {
        int size = items.size();
        for (int place = 0; place < size; place++) {
            shared.add(place, place, restraint);
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(size);
        if (!solver.setA(shared)) {
            throw new IllegalStateException("the model cannot be solved");
        }
        DMatrixRMaj inverse = new DMatrixRMaj(size, size);
        solver.invert(inverse);
        return inverse;
    }
}
