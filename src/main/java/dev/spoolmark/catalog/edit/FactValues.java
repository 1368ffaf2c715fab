package dev.spoolmark.catalog.edit;

import dev.spoolmark.catalog.EpisodePosition;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.ShowFacts.Status;
import dev.spoolmark.catalog.ingest.FactMerge;
import dev.spoolmark.catalog.ingest.InputCleaner;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.ValueLimits;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Values of fields as texts, read as what they are; values that cannot be read are collected as errors.
final class FactValues {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,16}");
    private static final Pattern POSITION = Pattern.compile("([0-9]{1,5})x([0-9]{1,6})");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final Map<FactField, String> values;
    private final Map<FactField, FactError> errors = new EnumMap<>(FactField.class);

    @FunctionalInterface
    private interface Parser<T> {

        /// @return null for a text without the form of the field
        @Nullable
        T parse(String text);
    }

    FactValues(Map<FactField, String> values) {
        this.values = values;
        values.forEach((field, value) -> {
            if (value.codePointCount(0, value.length()) > field.longest()) {
                errors.put(field, new FactError.TooLong(field.longest()));
            }
        });
    }

    Map<FactField, FactError> errors() {
        return errors;
    }

    private String raw(FactField field) {
        return values.getOrDefault(field, "").strip();
    }

    /// The value that `parse` makes of a text that is not empty; null and an error if it makes none.
    private <T> @Nullable T read(FactField field, Parser<T> parse) {
        String text = raw(field);
        if (text.isEmpty() || errors.containsKey(field)) {
            return null;
        }
        T value = parse.parse(text);
        if (value == null) {
            errors.put(field, new FactError.Malformed());
        }
        return value;
    }

    /// A title that must not be empty.
    String title(String previous) {
        String title = read(FactField.TITLE, InputCleaner::title);
        if (title == null) {
            errors.putIfAbsent(FactField.TITLE, new FactError.Missing());
            return previous;
        }
        return title;
    }

    @Nullable
    String line(FactField field) {
        return read(field, InputCleaner::proseLine);
    }

    @Nullable
    String prose(FactField field) {
        return read(field, InputCleaner::prose);
    }

    @Nullable
    Integer year() {
        return read(FactField.YEAR, text -> InputCleaner.year(number(text)));
    }

    @Nullable
    Integer runtime() {
        return read(FactField.RUNTIME, text -> InputCleaner.minutes(number(text)));
    }

    private static @Nullable Integer number(String text) {
        return DIGITS.matcher(text).matches() && text.length() <= 9 ? AsciiNumber.parseInt(text) : null;
    }

    /// The place of an episode, which it must have.
    EpisodePosition position(EpisodePosition previous) {
        EpisodePosition position = read(FactField.NUMBER, text -> position(text).orElse(null));
        if (position == null) {
            errors.putIfAbsent(FactField.NUMBER, new FactError.Missing());
            return previous;
        }
        return position;
    }

    /// Reads `1x05`.
    static Optional<EpisodePosition> position(String text) {
        Matcher match = POSITION.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        int season = AsciiNumber.parseInt(match.group(1));
        int number = AsciiNumber.parseInt(match.group(2));
        return season <= ValueLimits.LAST_SEASON && number <= ValueLimits.LAST_EPISODE
                ? Optional.of(new EpisodePosition(season, number))
                : Optional.empty();
    }

    @Nullable
    LocalDate date(FactField field) {
        return read(field, FactValues::date);
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return DATE.matcher(text).matches() ? InputCleaner.date(LocalDate.parse(text)) : null;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    @Nullable
    Status status() {
        return read(
                FactField.STATUS,
                text -> Arrays.stream(Status.values())
                        .filter(status -> status.key().equals(text))
                        .findFirst()
                        .orElse(null));
    }

    @Nullable
    ZoneId zone() {
        return read(FactField.TIME_ZONE, FactValues::zone);
    }

    private static @Nullable ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    List<String> genres() {
        return FactMerge.genres(Arrays.stream(raw(FactField.GENRES).split(",", -1))
                .map(String::strip)
                .filter(genre -> !genre.isEmpty())
                .toList());
    }

    /// The ids; those of providers without a field stay.
    ///
    /// @param isOfPerson whether the IMDb id begins with `nm`, otherwise with `tt`
    Ids ids(Ids previous, boolean isOfPerson) {
        return new Ids(
                values.containsKey(FactField.IMDB)
                        ? read(FactField.IMDB, text -> imdb(text, isOfPerson))
                        : previous.imdb(),
                values.containsKey(FactField.TVDB) ? id(FactField.TVDB) : previous.tvdb(),
                values.containsKey(FactField.TMDB) ? id(FactField.TMDB) : previous.tmdb(),
                previous.tvrage(),
                values.containsKey(FactField.TVMAZE) ? id(FactField.TVMAZE) : previous.tvmaze());
    }

    private static @Nullable String imdb(String text, boolean isOfPerson) {
        String id = InputCleaner.imdbOfAny(text.toLowerCase(Locale.ROOT));
        return id != null && InputCleaner.isImdbOfPerson(id) == isOfPerson ? id : null;
    }

    private @Nullable Long id(FactField field) {
        return read(
                field, text -> DIGITS.matcher(text).matches() ? InputCleaner.id(AsciiNumber.parseLong(text)) : null);
    }
}
