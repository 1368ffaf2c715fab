package dev.spoolmark.recommendation;

import dev.spoolmark.catalog.Kind;
import dev.spoolmark.db.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Learns a model of movies or of shows from what everybody liked. The same store gives the same model.
final class ModelTraining {

    /// Fewer people have too little in common to learn from.
    static final int ENOUGH_PEOPLE = 30;

    /// So many people say enough. They are read a portion at a time, so that no transaction is open for long.
    private static final int MOST_PEOPLE = 20_000;

    private static final int PORTION = 100;

    private final Database database;
    private final InstantSource clock;

    ModelTraining(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// How often the catalogue has been written.
    long pass() {
        return database.read(ModelStore::passes);
    }

    /// Empty when there are too few people, or nothing that enough of them like.
    Optional<StoredModel> about(Kind kind) {
        ModelStore store = new ModelStore(kind);
        if (database.read(tx -> store.people(tx, ENOUGH_PEOPLE)) < ENOUGH_PEOPLE) {
            return Optional.empty();
        }
        long pass = pass();
        List<Long> items = database.read(tx -> store.popular(tx, ItemModel.FEWEST_PEOPLE, ItemModel.MOST_ITEMS));
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new StoredModel(learned(store, items), clock.instant(), pass));
    }

    private ItemModel learned(ModelStore store, List<Long> items) {
        EaseTrainer trainer = ItemModel.about(items);
        long last = 0;
        for (int read = 0; read < MOST_PEOPLE; read += PORTION) {
            long from = last;
            List<Long> users = database.read(tx -> store.peopleAfter(tx, from, PORTION));
            if (users.isEmpty()) {
                break;
            }
            database.read(tx -> store.likesOf(tx, users)).forEach(trainer::addUser);
            last = users.getLast();
        }
        return trainer.train();
    }
}
