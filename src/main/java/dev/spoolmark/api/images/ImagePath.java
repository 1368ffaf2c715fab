package dev.spoolmark.api.images;

import dev.spoolmark.artwork.ArtworkRef;
import dev.spoolmark.artwork.ArtworkRef.ArtworkType;
import dev.spoolmark.core.AsciiNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A parsed image URL: `/images/posters/124.12-138.jpg` is the poster of show 124 in version 12, 138 pixels
/// wide. The version is ignored; it makes caches fetch a new image.
///
/// @param folder empty for a placeholder
/// @param placeholder the requested placeholder, or the one for a missing image
/// @param numbers the id of the item; for episodes and seasons the id of the show and their numbers
/// @param width `Integer.MAX_VALUE` for the original size
record ImagePath(Optional<Folder> folder, String placeholder, List<Integer> numbers, int width) {

    private static final Pattern IMAGE = Pattern.compile(
            "/images/([a-z_]{1,20})/((?:[0-9]{1,9}-){0,2}[0-9]{1,9})(?:\\.[0-9]{1,10})?(-[0-9]{3})?\\.jpg");
    private static final Pattern PLACEHOLDER =
            Pattern.compile("/images/([a-z]{1,12}(?:-[a-z]{1,12})?)(-[0-9]{3})?\\.jpg");
    private static final Set<Integer> WIDTHS = Set.of(138, 218, 300, 940);

    /// Empty if no image can have this path.
    static Optional<ImagePath> of(String rawPath) {
        Matcher image = IMAGE.matcher(rawPath);
        if (image.matches()) {
            String width = image.group(3) == null ? "" : image.group(3);
            return Folder.of(image.group(1)).flatMap(folder -> of(folder, image.group(2) + width));
        }
        Matcher placeholder = PLACEHOLDER.matcher(rawPath);
        if (!placeholder.matches()) {
            return Optional.empty();
        }
        String width = placeholder.group(2);
        return withKnownWidth(new ImagePath(
                Optional.empty(),
                placeholder.group(1),
                List.of(),
                width == null ? Integer.MAX_VALUE : AsciiNumber.parseInt(width.substring(1))));
    }

    /// A season or episode number can look like a width: the number of preceding numbers decides.
    private static Optional<ImagePath> of(Folder folder, String joined) {
        List<Integer> numbers =
                Arrays.stream(joined.split("-", -1)).map(Integer::valueOf).toList();
        int own = folder.numbers;
        if (numbers.size() < own || numbers.size() > own + 1) {
            return Optional.empty();
        }
        int width = numbers.size() == own ? Integer.MAX_VALUE : numbers.getLast();
        return withKnownWidth(new ImagePath(Optional.of(folder), folder.placeholder, numbers.subList(0, own), width));
    }

    private static Optional<ImagePath> withKnownWidth(ImagePath path) {
        return path.width == Integer.MAX_VALUE || WIDTHS.contains(path.width) ? Optional.of(path) : Optional.empty();
    }

    /// The requested image, unless it is a placeholder.
    Optional<ArtworkRef> artworkRef() {
        return folder.map(kind -> kind.artworkRef(numbers));
    }

    /// For the access log.
    String route() {
        return "/images/" + folder.map(kind -> kind.pathSegment + "/{owner}").orElse(placeholder) + ".jpg";
    }

    /// Directories of images, each with the ids in its file names and its placeholder.
    enum Folder {
        POSTERS_MOVIES(1, "poster-dark"),
        FANART_MOVIES(1, "fanart-dark"),
        POSTERS(1, "poster-dark"),
        FANART(1, "fanart-dark"),
        BANNERS(1, "banner"),
        SEASONS(2, "poster-dark"),
        EPISODES(3, "episode-dark"),
        PEOPLE(1, "poster-dark");

        private final String pathSegment = name().toLowerCase(Locale.ROOT);
        private final int numbers;
        private final String placeholder;

        Folder(int numbers, String placeholder) {
            this.numbers = numbers;
            this.placeholder = placeholder;
        }

        static Optional<Folder> of(String segment) {
            return Arrays.stream(values())
                    .filter(folder -> folder.pathSegment.equals(segment))
                    .findFirst();
        }

        private ArtworkRef artworkRef(List<Integer> of) {
            int owner = of.getFirst();
            return switch (this) {
                case POSTERS_MOVIES -> new ArtworkRef.OfMovie(owner, ArtworkType.POSTER);
                case FANART_MOVIES -> new ArtworkRef.OfMovie(owner, ArtworkType.FANART);
                case POSTERS -> new ArtworkRef.OfShow(owner, ArtworkType.POSTER);
                case FANART -> new ArtworkRef.OfShow(owner, ArtworkType.FANART);
                case BANNERS -> new ArtworkRef.OfShow(owner, ArtworkType.BANNER);
                case SEASONS -> new ArtworkRef.OfSeason(owner, of.get(1));
                case EPISODES -> new ArtworkRef.OfEpisode(owner, of.get(1), of.get(2));
                case PEOPLE -> new ArtworkRef.OfPerson(owner);
            };
        }
    }
}
