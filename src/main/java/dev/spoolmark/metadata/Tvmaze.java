package dev.spoolmark.metadata;

import dev.spoolmark.catalog.Answer;
import dev.spoolmark.catalog.Answer.Told;
import dev.spoolmark.catalog.Answer.Unknown;
import dev.spoolmark.catalog.CatalogItem.ShowItem;
import dev.spoolmark.catalog.Changes;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.Question;
import dev.spoolmark.catalog.Source;
import dev.spoolmark.kernel.AsciiNumber;
import dev.spoolmark.metadata.Chosen.Hit;
import dev.spoolmark.outgoing.Ask;
import dev.spoolmark.outgoing.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// TVmaze (`https://www.tvmaze.com/api`): shows, no movies; asks for no key.
///
/// It finds a show by its own id or by those of TVDB and IMDB, which it answers with a redirect to the show.
public final class Tvmaze implements Source {

    private static final String EMBEDDED = "?embed%5B%5D=cast&embed%5B%5D=images&embed%5B%5D=akas";

    private final JsonLine line;

    public Tvmaze(Line line) {
        this.line = new JsonLine(line);
    }

    @Override
    public String name() {
        return SourceName.TVMAZE.word();
    }

    @Override
    public boolean tellsOf(Kind kind) {
        return kind == Kind.SHOW;
    }

    @Override
    public Optional<Instant> openUntil() {
        return line.openUntil();
    }

    @Override
    public Answer ask(Question question) {
        return JsonLine.told(() -> {
            Found found = find(question);
            return found.id().<Answer>map(id -> show(id, found.by())).orElse(new Unknown(found.remarks()));
        });
    }

    /// @param by the id that led there, which then is one of the show's, whether it says so or not
    private record Found(Optional<Long> id, Ids by, List<String> remarks) {

        static Found nothing(String... remarks) {
            return new Found(Optional.empty(), Ids.NONE, List.of(remarks));
        }
    }

    private Found find(Question question) {
        Ids ids = question.ids();
        Long own = ids.tvmaze();
        if (own != null && get("/shows/" + own).isPresent()) {
            return new Found(Optional.of(own), Ids.ofTvmaze(own), List.of());
        }
        Long tvdb = ids.tvdb();
        Found found = tvdb == null ? Found.nothing() : lookUp("thetvdb=" + tvdb, Ids.ofTvdb(tvdb));
        String imdb = ids.imdb();
        if (found.id().isEmpty() && imdb != null) {
            found = lookUp("imdb=" + imdb, new Ids(imdb, null, null, null, null));
        }
        String title = question.title();
        return found.id().isEmpty() && found.remarks().isEmpty() && title != null
                ? search(title, question.year(), ids)
                : found;
    }

    private Found lookUp(String query, Ids by) {
        Optional<JsonNode> body = get("/lookup/shows?" + query);
        if (body.isEmpty()) {
            return Found.nothing();
        }
        ShowItem show = TvmazeShow.item(body.get(), List.of(), _ -> {});
        return contradicts(show.ids(), by)
                ? Found.nothing("answered " + query + " with another show (" + show.title() + ")")
                : new Found(Optional.ofNullable(show.ids().tvmaze()), by, List.of());
    }

    private Found search(String title, @Nullable Integer year, Ids ids) {
        List<Hit> hits = get("/search/shows?q=" + JsonLine.encoded(title)).stream()
                .flatMap(JsonNode::valueStream)
                .map(hit -> hit.path("show"))
                .filter(JsonNode::isObject)
                .flatMap(show -> identified(show).stream())
                .filter(show -> !contradicts(show.ids(), ids))
                .map(show -> new Hit(show.ids().tvmaze(), show.title(), show.year()))
                .toList();
        Chosen chosen = Chosen.of(title, year, hits);
        return new Found(chosen.id(), Ids.NONE, chosen.remarks());
    }

    /// A show of a search; nothing when it cannot be told what it is.
    private static Optional<ShowItem> identified(JsonNode show) {
        try {
            return Optional.of(TvmazeShow.item(show, List.of(), _ -> {}));
        } catch (Unfit unfit) {
            return Optional.empty();
        }
    }

    private static boolean contradicts(Ids told, Ids asked) {
        return !told.merge(asked).equals(asked.merge(told));
    }

    private Answer show(long id, Ids by) {
        Optional<JsonNode> body = get("/shows/" + id + EMBEDDED);
        Optional<JsonNode> episodes = get("/shows/" + id + "/episodes?specials=1");
        if (body.isEmpty() || episodes.isEmpty()) {
            return Unknown.PLAIN;
        }
        EpisodeShelf shelf = new EpisodeShelf();
        if (!episodes.get().isArray()) {
            throw new Unanswered("has no list of its episodes");
        }
        episodes.get().forEach(episode -> {
            try {
                TvmazeEpisode.putOn(shelf, episode);
            } catch (Unfit unfit) {
                shelf.unreadable(unfit);
            }
        });
        List<String> odd = new ArrayList<>();
        ShowItem show = TvmazeShow.whole(body.get(), by.merge(Ids.ofTvmaze(id)), shelf.seasons(), odd::add);
        boolean unreadable = !odd.isEmpty() || !TvmazeEmbedded.isComplete(body.get());
        odd.addAll(shelf.remarks());
        return new Told(show, shelf.loose(), odd).read(shelf.isWhole(), unreadable);
    }

    /// The feed knows a day, a week and a month.
    @Override
    public List<Changes> changes(Duration lately) {
        String since = lately.toDays() < 1 ? "day" : lately.toDays() < 7 ? "week" : "month";
        try {
            return get("/updates/shows?since=" + since).stream()
                    .map(body -> new Changes(Kind.SHOW, changed(body), null))
                    .toList();
        } catch (RuntimeException e) {
            return List.of(Changes.failed(Kind.SHOW, JsonLine.reason(e)));
        }
    }

    private static Map<Ids, Instant> changed(JsonNode body) {
        Map<Ids, Instant> changed = new HashMap<>();
        body.forEachEntry((id, at) -> {
            if (id.matches("[0-9]{1,18}")) {
                Lenient.instant(at).ifPresent(then -> changed.put(Ids.ofTvmaze(AsciiNumber.parseLong(id)), then));
            }
        });
        return changed;
    }

    private Optional<JsonNode> get(String target) {
        return line.get(Ask.json(target));
    }
}
