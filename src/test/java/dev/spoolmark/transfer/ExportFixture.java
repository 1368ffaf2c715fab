package dev.spoolmark.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.FastHasher;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.app.Features;
import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.config.RawSettings;
import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.catalog.MediaId.SeasonId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A user on either engine, a movie, and a show with episodes, for tests of exports.
final class ExportFixture implements AutoCloseable {

    private static final ShowRef SHOW = new ShowRef(Ids.ofTvdb(9_920_101), "Harbour Street", 2020);

    final MutableClock clock = new MutableClock();
    final Database database;
    final Features features;
    final Account ann;
    final MovieId movie;

    ExportFixture(Engine engine) {
        database = TestDatabases.open(engine);
        features = Features.create(database, Configuration.of(RawSettings.empty()), clock, FastHasher.hash());
        ann = create("ann");
        movie = movie("tt9900001", "The Paper Lighthouse", 2019);
    }

    Account create(String name) {
        NewAccount account = new NewAccount(
                name, name + "@example.org", Secret.sha1Of("tr4vel-by-Night-train"), false, CreationOrigin.OPERATOR);
        return features.accounts().create(account).account();
    }

    MovieId movie(String imdb, String title, int year) {
        return only(features.catalog().findOrCreateMovies(List.of(new MovieRef(Ids.ofImdb(imdb), title, year))));
    }

    EpisodeId episode(int season, int number) {
        return only(features.catalog().findOrCreateEpisodes(List.of(new EpisodeRef(SHOW, season, number, Ids.NONE))));
    }

    /// The show of the episodes, of which there has to be one.
    ShowId show() {
        return only(features.catalog().findShowIds(List.of(SHOW)));
    }

    SeasonId season(int number) {
        return features.catalog().guide(show()).season(number).orElseThrow().id();
    }

    private static <T> T only(Map<?, T> found) {
        return found.values().iterator().next();
    }

    byte[] archive(Account account) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            features.userExport().write(account, out, ExportProgress.NONE);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The members of an archive by name, each as text.
    Map<String, String> export(Account account) {
        return members(archive(account));
    }

    static Map<String, String> members(byte[] archive) {
        Map<String, String> members = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(members.put(entry.getName(), text))
                        .as(entry.getName())
                        .isNull();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return members;
    }

    static JsonNode json(Map<String, String> members, String name) {
        assertThat(members).containsKey(name);
        return JsonMapper.shared().readTree(members.get(name));
    }

    @Override
    public void close() {
        features.metadataSources().close();
        database.close();
    }
}
