package dev.spoolmark.catalog.edit;

import dev.spoolmark.catalog.Kind;
import java.util.Map;

/// An item whose facts can be edited: a movie, show, season, episode or person.
///
/// @param kind not a list
/// @param id the id in this catalog
public record EditedItem(Kind kind, long id) {

    /// The facts of an item as texts.
    ///
    /// @param name for messages: `Heat (1995)`, `Lost 1x02`
    /// @param path of its page: the slug, or the slug of the show with season and episode
    /// @param values of all fields of this kind; empty texts for absent facts
    /// @param isProvisional whether it is known only from clients
    /// @param version changes with the values
    public record Facts(
            EditedItem item,
            String name,
            ItemPath path,
            Map<FactField, String> values,
            boolean isProvisional,
            String version) {

        public Facts {
            values = Map.copyOf(values);
        }

        public String value(FactField field) {
            return values.getOrDefault(field, "");
        }
    }

    /// Where an item is.
    ///
    /// @param slug of the item, or of the show that it belongs to
    /// @param season -1 unless it is a season or an episode
    /// @param number -1 unless it is an episode
    public record ItemPath(String slug, int season, int number) {

        static ItemPath of(String slug) {
            return new ItemPath(slug, -1, -1);
        }
    }
}
