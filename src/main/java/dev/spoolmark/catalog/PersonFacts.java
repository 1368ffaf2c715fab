package dev.spoolmark.catalog;

import dev.spoolmark.catalog.ingest.FactMerge;
import dev.spoolmark.catalog.ingest.InputCleaner;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Descriptive metadata of a person.
public record PersonFacts(
        @Nullable String biography,
        @Nullable LocalDate birthday,
        @Nullable String birthplace,
        @Nullable String headshot) {

    public static final PersonFacts NONE = new PersonFacts(null, null, null, null);

    public PersonFacts {
        birthday = InputCleaner.date(birthday);
        biography = InputCleaner.prose(biography);
        birthplace = InputCleaner.proseLine(birthplace);
        headshot = InputCleaner.line(headshot);
    }

    public PersonFacts merge(PersonFacts newer) {
        return new PersonFacts(
                FactMerge.newer(biography, newer.biography),
                FactMerge.newer(birthday, newer.birthday),
                FactMerge.newer(birthplace, newer.birthplace),
                FactMerge.newer(headshot, newer.headshot));
    }
}
