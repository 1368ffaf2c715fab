package dev.spoolmark.web.library;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.lists.SmartRules;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.library.ListItemPages.ListPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The page of a list with rules. The member `page` of its address is the number of the page, from 1.
final class SmartItemView {

    private static final int PAGE_SIZE = 50;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

    private final SmartRulesForm form;
    private final ItemLines lines;

    SmartItemView(SmartRulesForm form, ItemLines lines) {
        this.form = form;
        this.lines = lines;
    }

    ListPage page(PageRequest request, ListAccess.Found list) {
        String sent = request.query("page").orElse("1");
        boolean isInvalid = !NUMBER.matcher(sent).matches();
        int number = isInvalid ? 1 : AsciiNumber.parseInt(sent);
        SmartRules rules = form.smart().rules(list.list());
        List<MediaId> all = form.smart().find(list.list().owner(), rules, !list.own());
        int start = Math.min((number - 1) * PAGE_SIZE, all.size());
        List<MediaId> shown = all.subList(start, Math.min(all.size(), start + PAGE_SIZE));
        PageAddress address = new PageAddress(list.path());
        String current = address.with("page", number == 1 ? null : Integer.toString(number))
                .text();
        return new ListPage(
                request.layout("library.list.title", list.list().name()),
                ListItemPages.head(list, isInvalid),
                all.size(),
                false,
                null,
                list.own() ? form.describe(request, list.list().owner(), rules) : List.of(),
                rows(request, shown, start),
                List.of(),
                current,
                current,
                null,
                number == 1 ? null : list.path(),
                start + shown.size() < all.size() && !shown.isEmpty()
                        ? address.with("page", Integer.toString(number + 1)).text()
                        : null);
    }

    private List<ItemRow> rows(PageRequest request, List<MediaId> items, int start) {
        Map<MediaId, ItemLine> found = lines.of(request, items);
        List<ItemRow> rows = new ArrayList<>();
        for (MediaId item : items) {
            rows.add(new ItemRow(start + rows.size() + 1, item, found.get(item), "", "", "", ""));
        }
        return rows;
    }
}
