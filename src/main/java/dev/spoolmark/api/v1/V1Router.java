package dev.spoolmark.api.v1;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.ApiMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the method for a path in all forms that clients send (`docs/spec/v1/conventions.md#url-forms`): without a
/// suffix, with a misplaced one, with `.format`, with double or trailing slashes.
///
/// The longest method name wins (`user/watched/movies` before `user/watched`); the API key follows the name.
final class V1Router {

    private final Node root = new Node();

    V1Router(List<ApiMethod<?>> methods) {
        methods.forEach(this::add);
    }

    /// Finds the route of a path.
    ///
    /// @throws ProblemException with `NotFound` when no method has that name
    Route find(List<String> segments) {
        Node node = root;
        @Nullable Route found = null;
        for (int depth = 0; depth < segments.size(); depth++) {
            node = node.children.get(V1Path.withoutSuffix(segments.get(depth)));
            if (node == null) {
                break;
            }
            Template template = node.template;
            if (template != null) {
                found = template.route(segments.subList(depth + 1, segments.size()));
            }
        }
        return Optional.ofNullable(found).orElseThrow(() -> new ProblemException(new Problem.NotFound("method")));
    }

    private void add(ApiMethod<?> method) {
        Template template = Template.of(method);
        Node node = root;
        for (String segment : template.name) {
            node = node.children.computeIfAbsent(segment, missing -> new Node());
        }
        node.template = template;
    }

    /// A method, the API key, and the parameters in the path.
    ///
    /// @param key empty when the path ends before it
    record Route(ApiMethod<?> method, List<String> parameters, String key, Map<String, String> arguments) {}

    private static final class Node {

        private final Map<String, Node> children = new HashMap<>();
        private @Nullable Template template;
    }

    /// The parsed path of a method: the segments of its name and its parameters in order.
    private record Template(ApiMethod<?> method, List<String> name, List<String> positional, List<String> parameters) {

        static Template of(ApiMethod<?> method) {
            String[] parts = method.path().split("\\?(?=\\w+=)", 2);
            List<String> name = new ArrayList<>();
            List<String> positional = new ArrayList<>();
            for (String segment : parts[0].substring(1).split("/", -1)) {
                if (!segment.startsWith("{")) {
                    name.add(V1Path.withoutSuffix(segment));
                } else if (!segment.equals("{apikey}")) {
                    positional.add(parameterName(segment));
                }
            }
            List<String> parameters = new ArrayList<>(positional);
            if (parts.length == 2) {
                for (String pair : parts[1].split("&", -1)) {
                    parameters.add(parameterName(pair.substring(pair.indexOf('{'))));
                }
            }
            return new Template(method, name, parameters, List.copyOf(parameters));
        }

        private static String parameterName(String braced) {
            return braced.replaceAll("[{}?]", "");
        }

        Route route(List<String> rest) {
            int from = !rest.isEmpty() && V1Path.isFormat(rest.getFirst()) ? 1 : 0;
            String key = rest.size() > from ? V1Path.withoutSuffix(rest.get(from)) : "";
            if (rest.size() <= from + 1) {
                return new Route(method, parameters, key, Map.of());
            }
            Map<String, String> arguments = new LinkedHashMap<>();
            for (int i = from + 1; i < rest.size(); i++) {
                arguments.put(name(i - from - 1), rest.get(i));
            }
            return new Route(method, parameters, key, arguments);
        }

        /// Segments after the last parameter are `extra1`, `extra2`, ...: a few methods read them.
        private String name(int index) {
            return index < positional.size() ? positional.get(index) : "extra" + (index - positional.size() + 1);
        }
    }
}
