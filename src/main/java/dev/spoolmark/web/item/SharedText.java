package dev.spoolmark.web.item;

import dev.spoolmark.web.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What another application on a phone has shared with the pages: the members `title`, `text` and `url` of an address,
/// as the manifest names them. Applications put the address of an item into any of them.
final class SharedText {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]{1,500}");
    private static final List<String> MEMBERS = List.of("url", "text", "title");

    private SharedText() {}

    /// What to search for: the id or address of an item if there is one, else the title without addresses. Empty if
    /// nothing was shared.
    static Optional<String> of(PageRequest request) {
        List<String> shared = MEMBERS.stream()
                .flatMap(member -> request.query(member).stream())
                .toList();
        return shared.stream()
                .flatMap(text -> Stream.concat(addresses(text), Stream.of(text)))
                .filter(text -> PastedReference.parse(text).isPresent())
                .findFirst()
                .or(() -> shared.reversed().stream()
                        .map(text -> ADDRESS.matcher(text).replaceAll(" ").strip())
                        .filter(text -> !text.isEmpty())
                        .findFirst());
    }

    private static Stream<String> addresses(String text) {
        return ADDRESS.matcher(text).results().map(MatchResult::group);
    }
}
