package dev.spoolmark.web;

import dev.spoolmark.account.UserId;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.UrlDecoder;
import dev.spoolmark.pagefilter.PageFilters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The filter that a user has last chosen on a page.
///
/// The address carries the filter; an address without one leads to the saved filter. The form of the filter sends
/// `apply=1` beside its fields, which saves them. The link that shows everything has `reset=1`, which deletes the
/// filter. Both lead to an address without these two. A link of another site changes nothing.
public final class SavedFilter {

    /// The member of the query by which the form of a filter is saved.
    public static final String APPLY = "apply";

    /// The member of the query by which the filter is deleted.
    public static final String RESET = "reset";

    private final PageFilters filters;
    private final String page;
    private final Set<String> names;

    /// @param page name of the page, at most 60 characters: `progress`
    /// @param names the members of the query that are the filter; not the position within the page
    public SavedFilter(PageFilters filters, String page, String... names) {
        this.filters = filters;
        this.page = page;
        this.names = Set.of(names);
    }

    /// A member of a query.
    private record Member(String name, String value) {

        String text() {
            return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    /// Where a request leads that has no filter or deletes it; empty if the page is shown. Needs at most one statement.
    ///
    /// @return the first step of a page, before its filter is read
    public Optional<Response> redirect(PageRequest request) {
        Optional<UserId> user =
                request.currentSession().map(session -> session.account().id());
        if (user.isEmpty()) {
            return Optional.empty();
        }
        List<Member> members = members(request);
        if (request.query(RESET).isPresent()) {
            if (isOwnLink(request)) {
                request.waiting(() -> filters.delete(user.get(), page));
            }
            return Optional.of(to(request, query(others(members), List.of())));
        }
        if (hasFilter(members) || request.query(APPLY).isPresent()) {
            return Optional.empty();
        }
        return request.waiting(() -> filters.find(user.get(), page))
                .map(query -> to(
                        request,
                        Stream.of(query(members, List.of()), query)
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining("&"))));
    }

    /// Saves the filter of the address if its form was sent.
    ///
    /// @return where the request leads then; empty if the page is shown
    public Optional<Response> save(PageRequest request) {
        if (request.query(APPLY).isEmpty()) {
            return Optional.empty();
        }
        List<Member> members = members(request);
        List<Member> filter = members.stream()
                .filter(member -> names.contains(member.name()))
                .filter(member -> !member.value().isBlank())
                .toList();
        if (isOwnLink(request)) {
            request.currentSession().ifPresent(session -> {
                UserId user = session.account().id();
                String query = query(filter, List.of());
                request.waiting(() -> {
                    filters.save(user, page, query);
                    return true;
                });
            });
        }
        return Optional.of(to(request, query(others(members), filter)));
    }

    private boolean hasFilter(List<Member> members) {
        return members.stream().anyMatch(member -> names.contains(member.name()));
    }

    private List<Member> others(List<Member> members) {
        return members.stream()
                .filter(member -> !names.contains(member.name()))
                .filter(member -> !member.name().equals(APPLY) && !member.name().equals(RESET))
                .filter(member -> !member.value().isEmpty())
                .toList();
    }

    private static String query(List<Member> first, List<Member> second) {
        return Stream.concat(first.stream(), second.stream()).map(Member::text).collect(Collectors.joining("&"));
    }

    private static Response to(PageRequest request, String query) {
        return request.redirectHere(query);
    }

    private static List<Member> members(PageRequest request) {
        return Arrays.stream(request.http().rawQuery().split("&", -1))
                .filter(member -> member.indexOf('=') > 0)
                .map(SavedFilter::member)
                .toList();
    }

    private static Member member(String raw) {
        int equals = raw.indexOf('=');
        return new Member(
                URLEncoder.encode(UrlDecoder.decodeQuery(raw.substring(0, equals)), StandardCharsets.UTF_8),
                UrlDecoder.decodeQuery(raw.substring(equals + 1)));
    }

    /// A form or link of this server, or an address that was typed; browsers say so.
    private static boolean isOwnLink(PageRequest request) {
        return request.http()
                .header("Sec-Fetch-Site")
                .filter(site -> !site.equals("same-origin") && !site.equals("none"))
                .isEmpty();
    }
}
