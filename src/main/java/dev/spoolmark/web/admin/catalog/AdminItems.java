package dev.spoolmark.web.admin.catalog;

import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MovieRef;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.catalog.TitleRef;
import dev.spoolmark.catalog.edit.EditedItem;
import dev.spoolmark.catalog.edit.EditedItem.Facts;
import dev.spoolmark.catalog.edit.EditedItem.ItemPath;
import dev.spoolmark.catalog.merge.ItemCompletion;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.item.ItemLinks;
import dev.spoolmark.web.item.PastedReference;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Items in addresses and forms of administrators: `movie-12`, `person-7`.
public final class AdminItems {

    static final String LIST = "/admin/catalog";
    static final String ITEM = LIST + "/{item}";

    private static final Pattern KEY = Pattern.compile("(movie|show|season|episode|person)-([1-9][0-9]{0,14})");
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://[^/]{1,255})?[^?#]*/([ms])/([^/?#]{1,200})/?");
    private static final int LONGEST = 300;

    private AdminItems() {}

    static String key(EditedItem item) {
        return item.kind().key() + "-" + item.id();
    }

    /// The address of the page on which an item is edited, below the base path.
    public static String address(EditedItem item) {
        return LIST + "/" + key(item);
    }

    static Optional<EditedItem> parse(String key) {
        Matcher match = KEY.matcher(key);
        return match.matches()
                ? Optional.of(new EditedItem(kind(match.group(1)), AsciiNumber.parseLong(match.group(2))))
                : Optional.empty();
    }

    private static Kind kind(String key) {
        return switch (key) {
            case "movie" -> Kind.MOVIE;
            case "show" -> Kind.SHOW;
            case "season" -> Kind.SEASON;
            case "episode" -> Kind.EPISODE;
            default -> Kind.PERSON;
        };
    }

    /// The item of an address with `{item}`.
    ///
    /// @throws ProblemException with `NotFound`
    static Facts find(PageRequest request, CatalogAdminFeatures features) {
        return parse(request.variable("item"))
                .flatMap(item -> request.waiting(() -> features.editor().find(item)))
                .orElseThrow(AdminItems::notFound);
    }

    /// An item of a kind that an administrator names: its key, the address of its page, its slug, or an id or
    /// address at a source.
    static Optional<EditedItem> named(ItemCompletion catalog, Kind kind, String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        Optional<EditedItem> byKey = parse(text);
        if (byKey.isPresent()) {
            return byKey.filter(item -> item.kind() == kind);
        }
        return kind == Kind.MOVIE || kind == Kind.SHOW ? byReference(catalog, kind, text) : Optional.empty();
    }

    private static Optional<EditedItem> byReference(ItemCompletion catalog, Kind kind, String text) {
        Matcher address = ADDRESS.matcher(text);
        Optional<PastedReference> pasted = PastedReference.parse(text);
        TitleRef ref;
        if (pasted.isPresent()) {
            ref = kind == Kind.MOVIE ? pasted.get().movie() : pasted.get().show();
        } else if (address.matches()) {
            boolean isMovie = address.group(1).equals("m");
            if (isMovie != (kind == Kind.MOVIE)) {
                return Optional.empty();
            }
            ref = ofSlug(kind, address.group(2));
        } else {
            ref = ofSlug(kind, text);
        }
        return catalog.find(ref).map(found -> new EditedItem(kind, found.id().value()));
    }

    private static TitleRef ofSlug(Kind kind, String slug) {
        return kind == Kind.MOVIE
                ? new MovieRef(null, slug, Ids.NONE, null, null)
                : new ShowRef(null, slug, Ids.NONE, null, null);
    }

    /// @throws ProblemException with `NotFound` for a person, who has no data of users
    static MediaId media(EditedItem item) {
        if (item.kind() == Kind.PERSON) {
            throw notFound();
        }
        return MediaId.of(item.kind(), item.id());
    }

    /// The page of an item, below the base path.
    static String page(Facts facts) {
        ItemPath path = facts.path();
        return switch (facts.item().kind()) {
            case MOVIE -> ItemLinks.movie(path.slug());
            case SHOW -> ItemLinks.show(path.slug());
            case SEASON -> ItemLinks.season(path.slug(), path.season());
            case EPISODE -> ItemLinks.episode(path.slug(), path.season(), path.number());
            case PERSON, LIST -> ItemLinks.person(path.slug());
        };
    }

    /// `movie 12 Heat (1995)`, for the security log.
    static String logged(Facts facts) {
        return facts.item().kind().key() + " " + facts.item().id() + " " + facts.name();
    }

    static Actor actor(PageRequest request) {
        return Actor.web(request.http().client());
    }

    static ProblemException notFound() {
        return new ProblemException(new Problem.NotFound("page"));
    }
}
