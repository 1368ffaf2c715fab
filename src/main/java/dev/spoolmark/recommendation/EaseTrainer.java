package dev.spoolmark.recommendation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/// Trains an [ItemModel]: users are added one by one, then the model is computed.
///
/// With `G` the number of users that two items have in common and `P = (G + λI)⁻¹`, the weight of item `i` for
/// item `j` is `-P[i][j] / P[j][j]`. The contribution of a user is divided by the square root of the number of
/// their items, since a user who watches everything provides little information about what goes together.
public final class EaseTrainer {

    /// Found with `bench/evaluate --tune`, which does not use the test data.
    static final double REGULARIZATION = 20;

    private final List<Long> items;
    private final Map<Long, Integer> itemIndex;
    private final DMatrixRMaj shared;

    EaseTrainer(List<Long> items) {
        if (items.size() > ItemModel.MAX_ITEMS) {
            throw new IllegalArgumentException("too many items for a model: " + items.size());
        }
        this.items = List.copyOf(items);
        this.itemIndex = ItemModel.indexOf(items);
        this.shared = new DMatrixRMaj(items.size(), items.size());
    }

    /// Adds the items that one user liked. Items outside the model are ignored.
    public void addUser(Collection<Long> liked) {
        int[] indexes = liked.stream()
                .distinct()
                .map(itemIndex::get)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .toArray();
        double weight = 1 / Math.sqrt(indexes.length);
        for (int one : indexes) {
            for (int other : indexes) {
                shared.data[one * shared.numCols + other] += weight;
            }
        }
    }

    /// Computes the model; can be called once, since it overwrites its input.
    public ItemModel train() {
        return train(REGULARIZATION);
    }

    /// The same with another regularization, for tuning.
    ///
    /// @param regularization the `λ` of the formula
    public ItemModel train(double regularization) {
        DMatrixRMaj weights = inverse(regularization);
        int size = items.size();
        double[] own = new double[size];
        for (int index = 0; index < size; index++) {
            own[index] = weights.get(index, index);
        }
        for (int cell = 0; cell < weights.data.length; cell++) {
            boolean itself = cell / size == cell % size;
            weights.data[cell] = itself ? 0 : -weights.data[cell] / own[cell % size];
        }
        return new ItemModel(items, weights);
    }

    /// The matrix is symmetric and, with `λ` on its diagonal, positive definite, so the faster Cholesky
    /// decomposition applies. It works in place.
    private DMatrixRMaj inverse(double regularization) {
        int size = items.size();
        for (int index = 0; index < size; index++) {
            shared.add(index, index, regularization);
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
