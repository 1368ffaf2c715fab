package dev.spoolmark.recommendation;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.db.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Trains a model of movies or of shows on the data of all users. The same data result in the same model.
final class ModelTraining {

    /// Minimum number of users.
    static final int MIN_USERS = 30;

    /// Maximum number of users. They are read in batches, so that no transaction is open for long.
    private static final int MAX_USERS = 20_000;

    private static final int BATCH_SIZE = 100;

    private final Database database;
    private final InstantSource clock;

    ModelTraining(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The current catalog revision.
    long revision() {
        return database.read(ModelStore::revision);
    }

    /// Empty if there are too few users, or no item that enough of them like.
    Optional<StoredModel> train(Kind kind) {
        ModelStore store = new ModelStore(kind);
        if (database.read(tx -> store.countUsers(tx, MIN_USERS)) < MIN_USERS) {
            return Optional.empty();
        }
        long revision = revision();
        List<Long> items = database.read(tx -> store.popular(tx, ItemModel.MIN_USERS, ItemModel.MAX_ITEMS));
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new StoredModel(train(store, items), clock.instant(), revision));
    }

    private ItemModel train(ModelStore store, List<Long> items) {
        EaseTrainer trainer = ItemModel.trainerFor(items);
        long last = 0;
        for (int read = 0; read < MAX_USERS; read += BATCH_SIZE) {
            long from = last;
            List<Long> users = database.read(tx -> store.usersAfter(tx, from, BATCH_SIZE));
            if (users.isEmpty()) {
                break;
            }
            database.read(tx -> store.likesOf(tx, users)).forEach(trainer::addUser);
            last = users.getLast();
        }
        return trainer.train();
    }
}
