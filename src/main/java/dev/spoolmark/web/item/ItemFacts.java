package dev.spoolmark.web.item;

import dev.spoolmark.catalog.Episode;
import dev.spoolmark.catalog.EpisodeSummary;
import dev.spoolmark.catalog.Movie;
import dev.spoolmark.catalog.MovieFacts;
import dev.spoolmark.catalog.Person;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.catalog.ShowFacts;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.item.ItemHeader.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The facts about an item in words; unknown ones are left out.
final class ItemFacts {

    private static final int MINUTES = 60;

    private final Layout layout;
    private final List<Fact> facts = new ArrayList<>();

    private ItemFacts(Layout layout) {
        this.layout = layout;
    }

    static List<Fact> of(Layout layout, Movie movie) {
        MovieFacts known = movie.facts();
        ItemFacts facts = new ItemFacts(layout);
        facts.day("fact.released", known.released());
        facts.add("fact.runtime", runtime(layout, known.runtime()));
        facts.add("fact.genres", String.join(", ", known.genres()));
        facts.add("fact.certification", known.certification());
        facts.add("fact.tagline", known.tagline());
        return facts.facts;
    }

    static List<Fact> of(Layout layout, Show show) {
        ShowFacts known = show.facts();
        ShowFacts.Status status = known.status();
        ItemFacts facts = new ItemFacts(layout);
        facts.day("fact.first_aired", known.firstAired());
        facts.add(
                "fact.status",
                status == null
                        ? null
                        : layout.t(status == ShowFacts.Status.ENDED ? "fact.status.ended" : "fact.status.continuing"));
        facts.add("fact.network", known.broadcast().network());
        facts.add("fact.runtime", runtime(layout, known.runtime()));
        facts.add("fact.genres", String.join(", ", known.genres()));
        facts.add("fact.certification", known.certification());
        return facts.facts;
    }

    /// @param full null if it is not known any more
    static List<Fact> of(Layout layout, Show show, EpisodeSummary episode, @Nullable Episode full) {
        ItemFacts facts = new ItemFacts(layout);
        facts.add("fact.aired", EpisodeCells.when(layout, episode));
        Integer own = full == null ? null : full.facts().runtime();
        facts.add("fact.runtime", runtime(layout, own == null ? show.facts().runtime() : own));
        return facts.facts;
    }

    static List<Fact> of(Layout layout, Person person) {
        ItemFacts facts = new ItemFacts(layout);
        facts.day("fact.born", person.facts().birthday());
        facts.add("fact.birthplace", person.facts().birthplace());
        return facts.facts;
    }

    /// `1 h 35 min`; empty if unknown.
    static String runtime(Layout layout, @Nullable Integer minutes) {
        if (minutes == null) {
            return "";
        }
        return minutes < MINUTES
                ? layout.t("time.minutes", minutes)
                : minutes % MINUTES == 0
                        ? layout.t("time.hours", minutes / MINUTES)
                        : layout.t("time.hours_minutes", minutes / MINUTES, minutes % MINUTES);
    }

    private void day(String name, @Nullable LocalDate day) {
        add(name, day == null ? null : layout.formats().date(day));
    }

    private void add(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(new Fact(layout.t(name), value));
        }
    }
}
