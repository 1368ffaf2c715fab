package dev.spoolmark.bench;

import dev.spoolmark.account.Account;
import dev.spoolmark.app.Features;
import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowGuide;
import dev.spoolmark.http.json.Json;
import dev.spoolmark.social.ProfileView;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Gatherers;

/// A library of 15,000 watched episodes over HTTP, compared with the same queries and JSON writing inside the
/// process.
final class LibraryBench {

    private static final int SHOWS = 150;
    private static final int EACH = 100;
    private static final int PAGE = 50;
    private static final int READS = 40;
    private static final double TARGET = 0.5;
    private static final double TARGET_FIRST_BYTE = 20;

    static final String PATH = "/user/library/shows/watched.json/" + BenchServer.KEY + "/watcher/min";

    private LibraryBench() {}

    static void run() throws Exception {
        try (BenchServer server = BenchServer.start()) {
            Account account = server.account("watcher");
            watch(server, account);
            byte[] request = request();
            List<Double> firstBytes = new ArrayList<>();
            PairedComparison.print(
                    "library, 15,000 episodes",
                    TARGET,
                    () -> aSecond(() -> inside(server.features(), account)),
                    () -> aSecond(() ->
                            firstBytes.add(Download.of(server.port(), request).first())));
            double firstByte = PairedComparison.median(firstBytes);
            System.out.printf(
                    "%-28s %.1f ms   expected <= %.0f ms   %s%n",
                    "  its first byte", firstByte, TARGET_FIRST_BYTE, firstByte <= TARGET_FIRST_BYTE ? "ok" : "MISSED");
        }
    }

    /// Marks 150 shows of 100 episodes as watched.
    static void watch(BenchServer server, Account account) {
        List<EpisodeRef> refs = server.episodes(SHOWS, EACH);
        Map<EpisodeRef, EpisodeId> ids = server.features().catalog().findEpisodeIds(refs);
        Map<EpisodeId, ShowId> shows = new HashMap<>();
        server.features()
                .catalog()
                .episodes(ids.values())
                .values()
                .forEach(episode -> shows.put(episode.id(), episode.show()));
        server.database().write(tx -> {
            tx.updateAll(
                    "INSERT INTO watched (user_id, kind, item_id, show_id, plays, first_at, last_at)"
                            + " VALUES (?, 4, ?, ?, 1, 0, 0)",
                    shows.entrySet().stream()
                            .map(watched -> new Object[] {
                                account.id().value(),
                                watched.getKey().value(),
                                watched.getValue().value()
                            })
                            .toList());
            return true;
        });
    }

    /// Queries and JSON writing without HTTP.
    private static void inside(Features features, Account account) {
        ProfileView profile = features.profileAccess().self(account);
        List<ShowId> shows = features.catalog().showsByTitle(features.plays().showsWatched(profile));
        Iterable<ShowJson> pages = () -> shows.stream()
                .gather(Gatherers.windowFixed(PAGE))
                .flatMap(page -> rendered(features, profile, page).stream())
                .iterator();
        Json.array(OutputStream.nullOutputStream(), pages);
    }

    private static List<ShowJson> rendered(Features features, ProfileView profile, List<ShowId> page) {
        Map<ShowId, ShowGuide> guides = features.catalog().guides(page);
        Map<ShowId, Set<EpisodeId>> watched = features.plays().watchedEpisodes(profile, page);
        return page.stream()
                .map(show -> toJson(guides.get(show), watched.getOrDefault(show, Set.of())))
                .toList();
    }

    private static ShowJson toJson(ShowGuide guide, Set<EpisodeId> watched) {
        Map<Integer, List<Integer>> numbers = new TreeMap<>(Comparator.reverseOrder());
        for (EpisodeSummary episode : guide.episodes()) {
            if (watched.contains(episode.id())) {
                numbers.computeIfAbsent(episode.season(), season -> new ArrayList<>())
                        .add(episode.number());
            }
        }
        Show show = guide.show();
        List<Season> seasons = numbers.entrySet().stream()
                .map(season -> new Season(season.getKey(), season.getValue()))
                .toList();
        return new ShowJson(
                show.title(), show.year(), show.ids().imdb(), show.ids().tvdb(), seasons, show.slug());
    }

    private record ShowJson(
            String title, Integer year, String imdb_id, Long tvdb_id, List<Season> seasons, String url) {}

    private record Season(int season, List<Integer> episodes) {}

    /// A signed-in POST, as players send it.
    static byte[] request() {
        return Load.closing(PATH, "{\"username\":\"watcher\",\"password\":\"" + BenchServer.PASSWORD + "\"}");
    }

    private static double aSecond(Reading reading) throws Exception {
        long began = System.nanoTime();
        for (int n = 0; n < READS; n++) {
            reading.read();
        }
        return READS / ((System.nanoTime() - began) / 1e9);
    }

    @FunctionalInterface
    private interface Reading {

        void read() throws Exception;
    }
}
