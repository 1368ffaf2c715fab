package dev.spoolmark.transfer.format.trakt;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.transfer.file.ImportFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The members of an archive by what they contain. Pages of one list are in the order of their numbers. Members with
/// settings and addresses are not among them, so that they are never opened.
final class TraktMembers {

    private static final Pattern NAME = Pattern.compile(
            "((?:watched|ratings|lists|collection|comments|notes|hidden|network|likes)-[a-z0-9_-]+?)(?:-(\\d{1,6}))?"
                    + "\\.json");
    private static final Pattern LIST = Pattern.compile("lists-list-(\\d{1,18})(?:-.*?)?\\.json");
    private static final Pattern PAGE = Pattern.compile(".*-(\\d{1,6})\\.json");

    private final Map<String, List<Page>> members = new TreeMap<>();
    private final Map<String, List<Page>> lists = new TreeMap<>();

    /// @param number 0 for a list that has only one page
    private record Page(int number, String member) {}

    TraktMembers(ImportFile file) {
        for (String member : file.members()) {
            String name = ImportFile.lastName(member);
            Matcher list = LIST.matcher(name);
            Matcher other = NAME.matcher(name);
            if (list.matches()) {
                lists.computeIfAbsent(list.group(1), number -> new ArrayList<>())
                        .add(new Page(page(name), member));
            } else if (other.matches()) {
                String number = other.group(2);
                members.computeIfAbsent(other.group(1), key -> new ArrayList<>())
                        .add(new Page(number == null ? 0 : AsciiNumber.parseInt(number), member));
            }
        }
    }

    private static int page(String name) {
        Matcher page = PAGE.matcher(name);
        return page.matches() ? AsciiNumber.parseInt(page.group(1)) : 0;
    }

    boolean isEmpty() {
        return members.isEmpty() && lists.isEmpty();
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /// The pages of a list of rows, such as `watched-history`.
    List<String> pages(String name) {
        return inOrder(members.getOrDefault(name, List.of()));
    }

    /// The pages of the items of a list.
    ///
    /// @param number of the list at its tracker, the only part of the name that does not change
    List<String> pagesOfList(String number) {
        return inOrder(lists.getOrDefault(number, List.of()));
    }

    /// The numbers of the lists whose items are in the archive.
    Collection<String> listNumbers() {
        return lists.keySet();
    }

    private static List<String> inOrder(List<Page> pages) {
        return pages.stream()
                .sorted(Comparator.comparingInt(Page::number).thenComparing(Page::member))
                .map(Page::member)
                .toList();
    }
}
