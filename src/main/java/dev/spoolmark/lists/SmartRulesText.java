package dev.spoolmark.lists;

import dev.spoolmark.activity.ItemOrder;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.core.AsciiNumber;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The form in which rules are stored: a line each, a name and a value. The first line is the version.
final class SmartRulesText {

    private static final String VERSION = "version 1";

    private SmartRulesText() {}

    static String write(SmartRules rules) {
        List<String> lines = new ArrayList<>(List.of(VERSION));
        rules.kinds().stream().sorted().forEach(kind -> lines.add("kind " + key(kind)));
        rules.sources().stream().sorted().forEach(source -> lines.add("from " + key(source)));
        ListId list = rules.list();
        if (list != null) {
            lines.add("list " + list.value());
        }
        lines.add("match " + (rules.isAny() ? "any" : "all"));
        rules.conditions()
                .forEach(condition -> lines.add(("where " + key(condition.field()) + " " + condition.value()).strip()));
        if (rules.everyone() != null) {
            lines.add("everyone " + rules.everyone());
        }
        lines.add("order " + key(rules.order()));
        lines.add("limit " + rules.limit());
        return String.join("\n", lines);
    }

    /// @throws IllegalArgumentException if the text was not written by [#write]
    static SmartRules read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(VERSION)) {
            throw new IllegalArgumentException("rules of an unknown version");
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        values(lines, "kind").forEach(kind -> kinds.add(constant(Kind.class, kind)));
        Set<SmartSource> sources = EnumSet.noneOf(SmartSource.class);
        values(lines, "from").forEach(source -> sources.add(constant(SmartSource.class, source)));
        return new SmartRules(
                kinds,
                sources,
                values(lines, "list")
                        .map(AsciiNumber::parseLong)
                        .map(ListId::new)
                        .findFirst()
                        .orElse(null),
                values(lines, "match").anyMatch("any"::equals),
                values(lines, "where").map(SmartRulesText::condition).toList(),
                number(lines, "everyone").orElse(null),
                values(lines, "order")
                        .map(order -> constant(ItemOrder.class, order))
                        .findFirst()
                        .orElse(ItemOrder.ADDED),
                number(lines, "limit").orElse(SmartRules.MAX_LIMIT));
    }

    private static SmartCondition condition(String text) {
        int blank = text.indexOf(' ');
        String field = blank < 0 ? text : text.substring(0, blank);
        return new SmartCondition(constant(SmartField.class, field), blank < 0 ? "" : text.substring(blank + 1));
    }

    private static Stream<String> values(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1));
    }

    private static Optional<Integer> number(List<String> lines, String name) {
        return values(lines, name).findFirst().map(AsciiNumber::parseInt);
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String key) {
        return Enum.valueOf(type, key.toUpperCase(Locale.ROOT));
    }
}
