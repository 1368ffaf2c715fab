package dev.spoolmark.web;

import dev.spoolmark.http.Response;
import dev.spoolmark.web.form.Form;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// A page with every part of the style sheet, for people who work on the pages. Only the demo server has it.
public final class StyleGuide {

    private static final List<Poster> POSTERS = List.of(
            new Poster("The Paper Lighthouse", 2024, null),
            new Poster("Short", 1999, null),
            new Poster(
                    "A Title That Is Much Longer Than Any Poster Would Ever Want It to Be, With a Subtitle",
                    2011,
                    null),
            new Poster("Straßenbahn nach Übersee", null, null),
            new Poster("七つの海", 1974, null));

    private final InstantSource clock;

    public StyleGuide(InstantSource clock) {
        this.clock = clock;
    }

    /// @param now a moment, as the viewer reads it
    public record StyleGuidePage(Layout layout, Form form, List<Poster> posters, String now) {

        public StyleGuidePage {
            posters = List.copyOf(posters);
        }
    }

    public void declare(PageRoutes routes) {
        routes.get("/styleguide", PageAccess.PUBLIC, this::show).post("/styleguide", PageAccess.PUBLIC, this::show);
    }

    private Response show(PageRequest request) {
        Form form = Form.of(request.text(), Map.of("plain", "text", "wrong", "too long"));
        form.error("wrong", "form.too_long", 3);
        return request.page(
                "page/styleguide",
                new StyleGuidePage(
                        request.layout("about.title"),
                        form,
                        POSTERS,
                        request.formats().dateTime(clock.instant())));
    }
}
