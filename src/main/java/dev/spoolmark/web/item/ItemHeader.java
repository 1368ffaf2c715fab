package dev.spoolmark.web.item;

import dev.spoolmark.web.Poster;
import java.util.List;

/// The first part of the page about an item.
///
/// @param key names the item in forms
/// @param kind of the item: movie, show, season or episode
/// @param title the heading
/// @param coveredTitle of an episode, if the heading does not show it; empty if it does
/// @param parents links to the show and the season that the item belongs to
/// @param sites the pages about it at the sites of its external ids
/// @param overview may be empty
/// @param isCovered whether overview, ratings and comments are hidden until the reader opens them
public record ItemHeader(
        String key,
        String kind,
        String title,
        String coveredTitle,
        List<PageLink> parents,
        Poster poster,
        List<Fact> facts,
        List<PageLink> sites,
        String overview,
        boolean isCovered) {

    public ItemHeader {
        parents = List.copyOf(parents);
        facts = List.copyOf(facts);
        sites = List.copyOf(sites);
    }

    /// A fact with its name.
    public record Fact(String name, String value) {}

    /// @param address with the base path, or at another site
    public record PageLink(String address, String text) {}
}
