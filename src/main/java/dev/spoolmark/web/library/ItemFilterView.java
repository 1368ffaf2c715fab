package dev.spoolmark.web.library;

import dev.spoolmark.activity.ItemOrder;
import dev.spoolmark.activity.WatchedFilter;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.form.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The form that filters and orders a page of items.
///
/// @param action address of the page
/// @param watched empty if the page does not know what its viewer has watched
public record ItemFilterView(
        Form form, String action, List<Choice> kinds, List<Choice> genres, List<Choice> watched, List<Choice> sorts) {

    public ItemFilterView {
        kinds = List.copyOf(kinds);
        genres = List.copyOf(genres);
        watched = List.copyOf(watched);
        sorts = List.copyOf(sorts);
    }

    static ItemFilterView of(PageRequest request, ItemQuery query, ItemQuery.Offered offered, Catalog catalog) {
        List<Choice> kinds = new ArrayList<>();
        kinds.add(new Choice("", request.text().get("library.kind.all")));
        offered.kinds()
                .forEach(kind ->
                        kinds.add(new Choice(kind.key(), request.text().get("library.kind." + kind.key() + "s"))));
        return new ItemFilterView(
                query.form(),
                query.path(),
                kinds,
                genres(request, query.form(), catalog),
                offered.watched() ? Choice.of(WatchedFilter.class, request.text(), "library.watched.") : List.of(),
                Choice.of(ItemOrder.class, request.text(), "library.sort.").stream()
                        .filter(choice -> offered.orders().stream()
                                .anyMatch(order -> Form.key(order).equals(choice.value())))
                        .toList());
    }

    private static List<Choice> genres(PageRequest request, Form form, Catalog catalog) {
        TreeSet<String> names = new TreeSet<>(catalog.genres(Kind.MOVIE));
        names.addAll(catalog.genres(Kind.SHOW));
        if (!form.text("genre").isEmpty()) {
            names.add(form.text("genre"));
        }
        List<Choice> genres = new ArrayList<>();
        genres.add(new Choice("", request.text().get("library.genre.all")));
        names.forEach(name -> genres.add(new Choice(name, name)));
        return genres;
    }
}
