package dev.spoolmark.web.library;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ItemOrder;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.lists.ListId;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.lists.SmartCondition;
import dev.spoolmark.lists.SmartField;
import dev.spoolmark.lists.SmartLists;
import dev.spoolmark.lists.SmartRules;
import dev.spoolmark.lists.SmartSource;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.form.Form;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rules of a smart list in a form. The checkboxes `movie` and `show` are kinds, `from_watchlist` and so on
/// sources; `from_list` is the slug of a list. Each condition with a value has a field of its name; those
/// without a value are the options of the selects `seen`, `collection` and `listed`.
final class SmartRulesForm {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
    private static final List<Kind> KINDS = List.of(Kind.MOVIE, Kind.SHOW);

    /// Selects whose options are conditions without a value.
    static final Map<String, List<SmartField>> SELECTS = Map.of(
            "seen", List.of(SmartField.WATCHED, SmartField.UNWATCHED),
            "collection", List.of(SmartField.COLLECTED, SmartField.NOT_COLLECTED),
            "listed", List.of(SmartField.IN_WATCHLIST, SmartField.NOT_IN_WATCHLIST));

    private final Lists lists;
    private final SmartLists smart;

    SmartRulesForm(Lists lists, SmartLists smart) {
        this.lists = lists;
        this.smart = smart;
    }

    SmartLists smart() {
        return smart;
    }

    /// Values to begin with: what has been on the watchlist and is not watched.
    static Map<String, String> initial() {
        Map<String, String> values = new HashMap<>();
        values.put("movie", "on");
        values.put("show", "on");
        values.put("from_watchlist", "on");
        values.put("match", "all");
        values.put("order", Form.key(ItemOrder.ADDED));
        values.put("limit", "100");
        return values;
    }

    /// The values of existing rules.
    Map<String, String> values(UserId owner, SmartRules rules) {
        Map<String, String> values = new HashMap<>();
        rules.kinds().forEach(kind -> values.put(kind.key(), "on"));
        rules.sources().forEach(source -> values.put("from_" + Form.key(source), "on"));
        ListId list = rules.list();
        if (list != null) {
            lists.find(owner, list).ifPresent(found -> values.put("from_list", found.slug()));
        }
        values.put("match", rules.isAny() ? "any" : "all");
        for (SmartCondition condition : rules.conditions()) {
            SmartField field = condition.field();
            if (field.hasValue()) {
                values.put(Form.key(field), condition.value());
            } else {
                SELECTS.forEach((name, options) -> {
                    if (options.contains(field)) {
                        values.put(name, Form.key(field));
                    }
                });
            }
        }
        if (rules.everyone() != null) {
            values.put("everyone", rules.everyone().toString());
        }
        values.put("order", Form.key(rules.order()));
        values.put("limit", Integer.toString(rules.limit()));
        return values;
    }

    /// @return null and errors when a value is not allowed
    @Nullable
    SmartRules read(UserId owner, Form form) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        KINDS.stream().filter(kind -> form.isChecked(kind.key())).forEach(kinds::add);
        Set<SmartSource> sources = EnumSet.noneOf(SmartSource.class);
        Stream.of(SmartSource.values())
                .filter(source -> form.isChecked("from_" + Form.key(source)))
                .forEach(sources::add);
        if (kinds.isEmpty()) {
            form.error("movie", "library.smart.no_kind");
        }
        ListId list = list(owner, form);
        if (sources.isEmpty() && list == null) {
            form.error("from_watchlist", "library.smart.no_source");
        }
        List<SmartCondition> conditions = conditions(form);
        ItemOrder order = form.choice("order", ItemOrder.class);
        Integer everyone = form.text("everyone").isEmpty() ? null : number(form, "everyone", 10);
        Integer limit = number(form, "limit", SmartRules.MAX_LIMIT);
        boolean isAny = form.text("match").equals("any");
        if (order == ItemOrder.RANK) {
            form.error("order", "form.choice");
        }
        return form.hasErrors() || order == null || limit == null
                ? null
                : new SmartRules(kinds, sources, list, isAny, conditions, everyone, order, limit);
    }

    private @Nullable ListId list(UserId owner, Form form) {
        String slug = form.text("from_list");
        if (slug.isEmpty()) {
            return null;
        }
        try {
            return lists.get(owner, slug).id();
        } catch (ProblemException unknown) {
            form.error("from_list", "form.choice");
            return null;
        }
    }

    private static List<SmartCondition> conditions(Form form) {
        List<SmartCondition> conditions = new ArrayList<>();
        for (SmartField field : SmartField.values()) {
            String name = Form.key(field);
            String value = field.hasValue() ? form.text(name) : "";
            if (!value.isEmpty()) {
                condition(form, field, value).ifPresent(conditions::add);
            }
        }
        SELECTS.forEach((name, options) -> {
            String chosen = form.text(name);
            Optional<SmartField> option = options.stream()
                    .filter(field -> Form.key(field).equals(chosen))
                    .findFirst();
            if (option.isEmpty() && !chosen.isEmpty()) {
                form.error(name, "form.choice");
            }
            option.ifPresent(field -> conditions.add(new SmartCondition(field, "")));
        });
        return conditions;
    }

    private static Optional<SmartCondition> condition(Form form, SmartField field, String value) {
        try {
            return Optional.of(new SmartCondition(field, value));
        } catch (ProblemException rejected) {
            if (rejected.problem() instanceof Problem.Invalid) {
                form.error(Form.key(field), "library.smart.value");
                return Optional.empty();
            }
            throw rejected;
        }
    }

    private static @Nullable Integer number(Form form, String name, int highest) {
        String text = form.text(name);
        int number = NUMBER.matcher(text).matches() ? AsciiNumber.parseInt(text) : 0;
        if (number < 1 || number > highest) {
            form.error(name, "library.smart.value");
            return null;
        }
        return number;
    }

    /// The rules in words, for their owner.
    List<String> describe(PageRequest request, UserId owner, SmartRules rules) {
        List<String> lines = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        rules.sources().stream()
                .sorted()
                .forEach(source -> sources.add(request.text().get("library.smart.from_" + Form.key(source))));
        ListId list = rules.list();
        if (list != null) {
            lists.find(owner, list).ifPresent(found -> sources.add(found.name()));
        }
        lines.add(request.text().get("library.smart.from") + ": " + String.join(", ", sources));
        if (!rules.conditions().isEmpty()) {
            List<String> conditions = rules.conditions().stream()
                    .map(condition -> (request.text().get("library.smart." + Form.key(condition.field())) + " "
                                    + condition.value())
                            .strip())
                    .toList();
            lines.add(request.text().get("library.smart.match." + (rules.isAny() ? "any" : "all")) + ": "
                    + String.join(", ", conditions));
        }
        if (rules.everyone() != null) {
            lines.add(request.text().get("library.smart.everyone") + " " + rules.everyone());
        }
        return lines;
    }
}
