package dev.spoolmark.transfer;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.Person;
import dev.spoolmark.catalog.PersonId;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.note.Note;
import dev.spoolmark.note.Notes;
import dev.spoolmark.social.ProfileView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The members with the notes of the user.
final class NoteMembers {

    private final Notes notes;
    private final Catalog catalog;
    private final ItemObjects items;
    private final ProfileView self;

    NoteMembers(ExportSources sources, ItemObjects items, ProfileView self) {
        this.notes = sources.notes();
        this.catalog = sources.catalog();
        this.items = items;
        this.self = self;
    }

    void write(ExportArchive archive) {
        for (Kind kind : List.of(Kind.MOVIE, Kind.SHOW, Kind.SEASON, Kind.EPISODE)) {
            archive.<Note>array(
                    "notes-" + kind.key() + "s", (after, max) -> notes.page(self, kind, after, max), this::ofItems);
        }
        archive.<Note>array("notes-people", (after, max) -> notes.page(self, Kind.PERSON, after, max), this::ofPeople);
        List.of("activities", "collection_items", "ratings").forEach(kind -> archive.emptyArray("notes-" + kind));
    }

    private List<JsonObject> ofItems(List<Note> rows) {
        ItemObjects.Page page = items.page(rows.stream().map(NoteMembers::item));
        return rows.stream().map(row -> page.describe(head(row), item(row))).toList();
    }

    private static MediaId item(Note row) {
        return MediaId.of(row.target().kind(), row.target().item());
    }

    private List<JsonObject> ofPeople(List<Note> rows) {
        Map<PersonId, Person> people = catalog.persons(
                rows.stream().map(row -> new PersonId(row.target().item())).toList());
        return rows.stream()
                .map(row -> head(row)
                        .put("type", Kind.PERSON.key())
                        .put(
                                "person",
                                person(
                                        row.target().item(),
                                        people.get(new PersonId(row.target().item())))))
                .toList();
    }

    /// A person that the catalog no longer has has only the id of this server.
    private static JsonObject person(long id, @Nullable Person person) {
        JsonObject ids = new JsonObject().putNullable("trakt", null);
        if (person == null) {
            return new JsonObject().put("ids", ids.put("spoolmark", id));
        }
        ids.put("slug", person.slug())
                .putNullable("imdb", person.ids().imdb())
                .putNullable("tmdb", person.ids().tmdb())
                .put("spoolmark", id);
        return new JsonObject().put("name", person.name()).put("ids", ids);
    }

    private JsonObject head(Note row) {
        String type = row.target().kind().key();
        return new JsonObject()
                .put("attached_to", new JsonObject().put("type", type))
                .put(
                        "note",
                        new JsonObject()
                                .put("id", row.id())
                                .put("notes", row.text())
                                .put("privacy", "private")
                                .put("spoiler", row.spoiler())
                                .put("created_at", ExportTime.of(row.createdAt()))
                                .put("updated_at", ExportTime.of(row.changedAt()))
                                .put("user", UserObjects.user(self.account())));
    }
}
