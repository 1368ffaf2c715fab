package dev.spoolmark.web.item;

import dev.spoolmark.catalog.ItemSummary;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.catalog.TitleRef;
import dev.spoolmark.catalog.lookup.LookupKey.ExternalId;
import dev.spoolmark.catalog.source.AddedItem;
import dev.spoolmark.catalog.source.SourceMatches;
import dev.spoolmark.catalog.source.SourceTitle;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.item.SourceTitleView.Hit;
import dev.spoolmark.web.text.Texts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Titles at the sources on the search page, and the form that adds one of them to the catalog.
final class SourceTitles {

    private static final int LONGEST_QUERY = 200;

    private final ItemPageFeatures features;

    SourceTitles(ItemPageFeatures features) {
        this.features = features;
    }

    /// The offer to ask the sources; null if there is nothing to ask or nobody who could be asked.
    @Nullable
    SourceTitleView offered(Layout layout, String text) {
        return text.isEmpty() || features.sources().names().isEmpty()
                ? null
                : new SourceTitleView(
                        names(layout.text(), features.sources().names()),
                        text,
                        layout.link(address(text)),
                        false,
                        List.of(),
                        List.of());
    }

    /// Asks the sources. Must not be called within [PageRequest#waiting], whose time is for the database.
    SourceMatches search(PageRequest request, String text) {
        return request.http()
                .runBlocking(
                        () -> features.sources().search(request.account().id().value(), text));
    }

    /// What the sources found.
    @Nullable
    SourceTitleView found(PageRequest request, Layout layout, String text, SourceMatches matches) {
        SourceTitleView offer = offered(layout, text);
        if (offer == null) {
            return null;
        }
        Map<SourceTitle, String> known = known(request, layout, matches.titles());
        List<Hit> hits = matches.titles().stream()
                .map(title -> hit(layout.text(), title, known.get(title)))
                .toList();
        return new SourceTitleView(offer.names(), text, offer.address(), true, hits, messages(layout.text(), matches));
    }

    private static List<String> messages(Texts text, SourceMatches matches) {
        List<String> messages = new ArrayList<>();
        if (matches.isLimited()) {
            messages.add(text.get("sources.limited"));
        } else if (!matches.silent().isEmpty()) {
            messages.add(text.get("sources.silent", names(text, matches.silent())));
        } else if (matches.titles().isEmpty()) {
            messages.add(text.get("sources.none"));
        }
        return messages;
    }

    private static String names(Texts text, List<String> sources) {
        return sources.stream().map(source -> name(text, source)).collect(Collectors.joining(", "));
    }

    private static String name(Texts text, String source) {
        String key = "admin.source." + source;
        return text.has(key) ? text.get(key) : source;
    }

    private static Hit hit(Texts text, SourceTitle title, @Nullable String address) {
        String kind = title.kind().key();
        Integer year = title.year();
        String detail = Stream.of(
                        text.get("sources." + kind), year == null ? "" : year.toString(), name(text, title.source()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return new Hit(title.title(), detail, address, kind, id(title));
    }

    /// The id at the source that named it, which this source finds for certain.
    private static String id(SourceTitle title) {
        List<ExternalId> ids = title.ids().externalIds(title.kind());
        ExternalId own = ids.stream()
                .filter(id -> id.provider().key().equals(title.source()))
                .findFirst()
                .orElseGet(ids::getFirst);
        return own.provider().key() + ":" + own.value();
    }

    /// The addresses of those that are in the catalog and visible to the user.
    private Map<SourceTitle, String> known(PageRequest request, Layout layout, List<SourceTitle> titles) {
        Map<SourceTitle, MediaId> ids = ids(titles);
        Map<MediaId, ItemSummary> items = features.catalog().summaries(ids.values());
        Map<SourceTitle, String> known = new HashMap<>();
        ids.forEach((title, id) -> Optional.ofNullable(items.get(id))
                .filter(item ->
                        !item.provisional() || features.visibility().isVisible(TrackedItems.viewer(request), item.id()))
                .ifPresent(item -> known.put(title, layout.link(ItemLinks.of(item)))));
        return known;
    }

    private Map<SourceTitle, MediaId> ids(List<SourceTitle> titles) {
        Map<SourceTitle, MovieRef> movies = new HashMap<>();
        Map<SourceTitle, ShowRef> shows = new HashMap<>();
        for (SourceTitle title : titles) {
            if (title.kind() == Kind.MOVIE) {
                movies.put(title, new MovieRef(title.ids(), null, null));
            } else {
                shows.put(title, new ShowRef(title.ids(), null, null));
            }
        }
        Map<SourceTitle, MediaId> ids = new HashMap<>();
        var movieIds = features.catalog().findMovieIds(movies.values());
        movies.forEach((title, ref) ->
                Optional.ofNullable(movieIds.get(ref)).ifPresent(id -> ids.put(title, Objects.requireNonNull(id))));
        var showIds = features.catalog().findShowIds(shows.values());
        shows.forEach((title, ref) ->
                Optional.ofNullable(showIds.get(ref)).ifPresent(id -> ids.put(title, Objects.requireNonNull(id))));
        return ids;
    }

    /// Adds the item with the `kind` and the `id` of the form, and leads to its page.
    Response add(PageRequest request) {
        TitleRef ref = ref(request);
        AddedItem added = request.http()
                .runBlocking(() ->
                        features.sources().add(request.account().id().value(), ref, BooleanSupplier::getAsBoolean));
        return switch (added) {
            case AddedItem.InCatalog(MediaId item, boolean isNew) -> request.waiting(() -> show(request, item, isNew));
            case AddedItem.Unknown _ -> back(request, "warn_source_unknown");
            case AddedItem.Unavailable _ -> back(request, "warn_source_unavailable");
            case AddedItem.Limited _ -> back(request, "warn_source_limited");
        };
    }

    private static TitleRef ref(PageRequest request) {
        PastedReference pasted =
                PastedReference.parse(request.form().text("id")).orElseThrow(TrackedItems::notFound);
        TitleRef ref = switch (request.form().text("kind")) {
            case "movie" -> pasted.movie();
            case "show" -> pasted.show();
            default -> throw TrackedItems.notFound();
        };
        if (ref.ids().isEmpty()) {
            throw TrackedItems.notFound();
        }
        return ref;
    }

    private Response show(PageRequest request, MediaId item, boolean isNew) {
        ItemSummary summary = features.catalog().summaries(List.of(item)).get(item);
        if (summary == null) {
            throw TrackedItems.notFound(); // merged into another in this moment
        }
        return request.redirect(ItemLinks.of(summary), isNew ? "item_added" : "item_known");
    }

    private static Response back(PageRequest request, String notice) {
        String text = request.form().text("q");
        return text.isEmpty() || text.length() > LONGEST_QUERY
                ? request.redirect("/find", notice)
                : request.redirect(address(text), notice);
    }

    private static String address(String text) {
        return "/find/sources?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
