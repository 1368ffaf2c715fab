package dev.spoolmark.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Generates files in the format of the IMDb data sets. The same numbers always give the same files. Titles have
/// realistic lengths; rows are ordered by id, so episodes stand between other titles.
final class ImdbFiles {

    private static final int MOVIES_OF_TITLES = 85; // of a hundred
    private static final int SHOWS_THAT_GO_ON = 3_000;
    private static final String[] SYLLABLES =
            "ba,ren,to,mil,ka,sor,lin,der,ma,vel,qui,no,sta,per,ge,hal,ri,mon,fa,tes,dru,len,ci,pol".split(",");
    private static final String[] GENRES =
            "Action,Adventure,Animation,Comedy,Crime,Documentary,Drama,Family,History,Horror,Music,Romance".split(",");

    private final Random random = new Random(1895);
    private final String[] vocabulary = new String[6_000];
    private final List<Running> shows = new ArrayList<>();

    private ImdbFiles() {
        for (int i = 0; i < vocabulary.length; i++) {
            StringBuilder word = new StringBuilder();
            for (int s = 1 + random.nextInt(3); s >= 0; s--) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
            vocabulary[i] = random.nextInt(40) == 0 ? word.append('é').toString() : word.toString();
        }
    }

    /// A show that gets further episodes.
    private static final class Running {

        private final int id;
        private final int perSeason;
        private int episodes;

        Running(int id, int perSeason) {
            this.id = id;
            this.perSeason = perSeason;
        }
    }

    static void write(Path folder, int titles, int episodes) throws IOException {
        new ImdbFiles().all(folder, titles, episodes);
    }

    private void all(Path folder, int titles, int episodes) throws IOException {
        try (BufferedWriter basics = Files.newBufferedWriter(folder.resolve("title.basics.tsv"));
                BufferedWriter episodeRows = Files.newBufferedWriter(folder.resolve("title.episode.tsv"))) {
            basics.write("tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes"
                    + "\tgenres\n");
            episodeRows.write("tconst\tparentTconst\tseasonNumber\tepisodeNumber\n");
            int titlesLeft = titles;
            int episodesLeft = episodes;
            for (int id = 1_000_000; titlesLeft + episodesLeft > 0; id += 1 + random.nextInt(3)) {
                boolean episode = !shows.isEmpty() && random.nextInt(titlesLeft + episodesLeft) < episodesLeft;
                if (episode) {
                    episodesLeft--;
                    episode(basics, episodeRows, id);
                } else {
                    titlesLeft--;
                    title(basics, id);
                }
            }
        }
    }

    private void title(BufferedWriter basics, int id) throws IOException {
        boolean show = shows.isEmpty() || random.nextInt(100) >= MOVIES_OF_TITLES;
        int year = 1930 + random.nextInt(95);
        if (show) {
            Running running = new Running(id, 4 + random.nextInt(20));
            if (shows.size() < SHOWS_THAT_GO_ON) {
                shows.add(running);
            } else {
                shows.set(random.nextInt(SHOWS_THAT_GO_ON), running);
            }
        }
        String title = words(1 + random.nextInt(4));
        String end = show && random.nextBoolean() ? Integer.toString(year + random.nextInt(9)) : "\\N";
        row(basics, id, show ? "tvSeries" : "movie", title, year, end, genres());
    }

    private void episode(BufferedWriter basics, BufferedWriter episodeRows, int id) throws IOException {
        Running show = shows.get(random.nextInt(shows.size()));
        int count = show.episodes++;
        row(basics, id, "tvEpisode", words(2 + random.nextInt(4)), 1990 + random.nextInt(35), "\\N", "Drama");
        episodeRows.write("tt" + id + "\ttt" + show.id + "\t" + (1 + count / show.perSeason) + "\t"
                + (1 + count % show.perSeason) + "\n");
    }

    private void row(BufferedWriter basics, int id, String type, String title, int year, String end, String genres)
            throws IOException {
        basics.write("tt" + id + "\t" + type + "\t" + title + "\t" + title + "\t0\t" + year + "\t" + end + "\t"
                + (20 + random.nextInt(120)) + "\t" + genres + "\n");
    }

    private String words(int count) {
        StringBuilder title = new StringBuilder();
        for (int i = 0; i < count; i++) {
            title.append(i == 0 ? "" : " ").append(vocabulary[random.nextInt(vocabulary.length)]);
        }
        return title.toString();
    }

    private String genres() {
        String first = GENRES[random.nextInt(GENRES.length)];
        String second = GENRES[random.nextInt(GENRES.length)];
        return first.equals(second) ? first : first + "," + second;
    }
}
