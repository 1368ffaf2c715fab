package dev.spoolmark.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is known about a person beside the name.
public record PersonFacts(
        @Nullable String biography,
        @Nullable LocalDate birthday,
        @Nullable String birthplace,
        @Nullable String headshot) {

    public static final PersonFacts NONE = new PersonFacts(null, null, null, null);

    public PersonFacts {
        birthday = Given.date(birthday);
        biography = Given.prose(biography);
        birthplace = Given.proseLine(birthplace);
        headshot = Given.line(headshot);
    }

    PersonFacts merge(PersonFacts newer) {
        return new PersonFacts(
                Facts.newer(biography, newer.biography),
                Facts.newer(birthday, newer.birthday),
                Facts.newer(birthplace, newer.birthplace),
                Facts.newer(headshot, newer.headshot));
    }
}
