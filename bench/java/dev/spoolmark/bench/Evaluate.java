package dev.spoolmark.bench;

import dev.spoolmark.recommendation.EaseTrainer;
import dev.spoolmark.recommendation.ItemModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Compares the model that serves `recommendations/*` with recommending popular items, on a file of ratings.
///
/// A fifth of the liked items of each user is the test set. `--tune` compares regularization strengths without
/// using the test set: it splits the training set again. `--seed N` changes the split.
public final class Evaluate {

    private static final double TARGET_RATIO = 1.7;
    private static final long SEED = 42;

    /// Three of five stars, which is a score of 6 of 10.
    private static final double LIKED_FROM = 3;

    private Evaluate() {}

    public static void main(String[] arguments) throws IOException {
        List<String> values = List.of(arguments);
        int seed = values.indexOf("--seed");
        Map<Long, List<Long>> likes = likes(Path.of(values.getFirst()));
        TrainTestSplit holdout = TrainTestSplit.of(likes, seed < 0 ? SEED : Long.parseLong(values.get(seed + 1)));
        if (values.contains("--tune")) {
            tune(TrainTestSplit.of(holdout.training(), SEED + 1));
        } else {
            measure(holdout);
        }
    }

    private static void tune(TrainTestSplit holdout) {
        Map<Long, Double> popular = popular(holdout);
        print("popular", RecommendationQuality.of(holdout, liked -> popular));
        for (double regularization : List.of(5.0, 10.0, 20.0, 40.0, 80.0)) {
            ItemModel model = trainer(holdout).train(regularization);
            print("model, restraint " + regularization, RecommendationQuality.of(holdout, model::scores));
        }
    }

    private static void measure(TrainTestSplit holdout) {
        long began = System.nanoTime();
        ItemModel model = trainer(holdout).train();
        System.out.printf(
                "%,d users, model trained in %.2f s%n", holdout.training().size(), (System.nanoTime() - began) / 1e9);
        Map<Long, Double> popular = popular(holdout);
        RecommendationQuality plain = RecommendationQuality.of(holdout, liked -> popular);
        RecommendationQuality ofModel = RecommendationQuality.of(holdout, model::scores);
        print("popular", plain);
        print("model", ofModel);
        double ratio = ofModel.ndcg() / plain.ndcg();
        System.out.printf(
                "%-24s %9.2f x   expected >= %.1f   %s%n",
                "model to popular, nDCG", ratio, TARGET_RATIO, ratio >= TARGET_RATIO ? "ok" : "MISSED");
    }

    private static void print(String name, RecommendationQuality quality) {
        System.out.printf("%-24s nDCG@10 %.4f   HR@10 %.4f%n", name, quality.ndcg(), quality.hits());
    }

    /// As the server trains: the items with the most likes first, then each user.
    private static EaseTrainer trainer(TrainTestSplit holdout) {
        Map<Long, Double> users = popular(holdout);
        List<Long> items = users.entrySet().stream()
                .filter(item -> item.getValue() >= ItemModel.MIN_USERS)
                .sorted(Map.Entry.<Long, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(ItemModel.MAX_ITEMS)
                .map(Map.Entry::getKey)
                .toList();
        EaseTrainer trainer = ItemModel.trainerFor(items);
        holdout.training().values().forEach(trainer::addUser);
        return trainer;
    }

    private static Map<Long, Double> popular(TrainTestSplit holdout) {
        Map<Long, Double> users = new HashMap<>();
        holdout.training().values().forEach(items -> items.forEach(item -> users.merge(item, 1.0, Double::sum)));
        return users;
    }

    /// Reads lines of `userId,movieId,rating,timestamp`, the format of MovieLens.
    private static Map<Long, List<Long>> likes(Path file) throws IOException {
        Map<Long, List<Long>> likes = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.skip(1).map(line -> line.split(",", -1)).forEach(fields -> {
                if (Double.parseDouble(fields[2]) >= LIKED_FROM) {
                    likes.computeIfAbsent(Long.parseLong(fields[0]), any -> new ArrayList<>())
                            .add(Long.parseLong(fields[1]));
                }
            });
        }
        return likes;
    }
}
