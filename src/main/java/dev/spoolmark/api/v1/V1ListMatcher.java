package dev.spoolmark.api.v1;

import dev.spoolmark.api.resolve.ItemMatch;
import dev.spoolmark.api.resolve.ItemResolver;
import dev.spoolmark.api.v1.model.V1ListItem;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.social.Viewer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Matches the elements of a request about a list: movies, shows, seasons and episodes in one batch. Elements are
/// skipped in the order of the body.
public final class V1ListMatcher {

    private final ItemResolver resolver;

    public V1ListMatcher(ItemResolver resolver) {
        this.resolver = resolver;
    }

    /// @param adds whether unknown movies, shows and episodes are created
    public V1BatchResult<V1ListItem> match(Call<?> call, List<@Nullable V1ListItem> body, boolean adds) {
        Iterator<ItemMatch> matches = resolver.resolve(
                        Viewer.of(call.caller()),
                        body.stream()
                                .filter(Objects::nonNull)
                                .filter(item -> item.problem().isEmpty())
                                .map(item -> item.request(adds))
                                .toList())
                .iterator();
        List<V1BatchResult.Match<V1ListItem>> lines = new ArrayList<>();
        List<JsonObject> skipped = new ArrayList<>();
        for (V1ListItem item : body) {
            if (item == null) {
                skipped.add(new JsonObject().put("reason", "not an object"));
            } else {
                switch (item.problem().<ItemMatch>map(ItemMatch.Missing::new).orElseGet(matches::next)) {
                    case ItemMatch.Found(MediaId id) -> lines.add(new V1BatchResult.Match<>(id, item));
                    case ItemMatch.Missing(Problem reason) ->
                        skipped.add(item.echo().put("reason", V1Errors.text(reason)));
                }
            }
        }
        return new V1BatchResult<>(lines, skipped);
    }
}
