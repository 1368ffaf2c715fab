package dev.spoolmark.http;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the API method for a path by templates such as `/users/{id}/history`. A literal segment precedes a
/// variable; the HTTP method decides between methods on the same path. HEAD is routed to GET where that only reads.
public final class TemplateRouter {

    private final Node root = new Node();

    /// @throws IllegalArgumentException when two methods have the same HTTP method and path
    public TemplateRouter(List<ApiMethod<?>> methods) {
        methods.forEach(this::add);
    }

    /// The method of a request.
    ///
    /// @param variables the decoded segments for the variables of the template, by name
    public record Match(ApiMethod<?> method, Map<String, String> variables) {}

    /// Finds the method of a request. A slash at the end of the path is ignored.
    ///
    /// @throws ProblemException with `NotFound` when no template matches, `WrongVerb` when one matches with other
    ///     HTTP methods, `Unreadable` when the path is not properly encoded
    public Match find(RequestHead head) {
        List<String> segments = segments(head.rawPath());
        Set<String> allowed = new TreeSet<>();
        Match found = find(root, segments, 0, head, new ArrayList<>(), allowed);
        if (found != null) {
            return found;
        }
        throw new ProblemException(
                allowed.isEmpty() ? new Problem.NotFound("path") : new Problem.WrongVerb(List.copyOf(allowed)));
    }

    private void add(ApiMethod<?> method) {
        List<String> variables = new ArrayList<>();
        Node node = root;
        for (String segment : split(method.path())) {
            if (segment.startsWith("{") && segment.endsWith("}")) {
                variables.add(segment.substring(1, segment.length() - 1));
                node = node.variableChild();
            } else {
                node = node.literals.computeIfAbsent(segment, missing -> new Node());
            }
        }
        if (node.endpoints.put(method.httpMethod(), new Endpoint(method, variables)) != null) {
            throw new IllegalArgumentException(method.httpMethod() + " " + method.path() + " is declared twice");
        }
    }

    private static @Nullable Match find(
            Node node, List<String> segments, int depth, RequestHead head, List<String> values, Set<String> allowed) {
        if (depth == segments.size()) {
            allowed.addAll(node.allowed());
            Endpoint endpoint = node.endpoint(head);
            return endpoint == null ? null : endpoint.match(values);
        }
        Node literal = node.literals.get(segments.get(depth));
        Match found = literal == null ? null : find(literal, segments, depth + 1, head, values, allowed);
        if (found != null || node.variable == null) {
            return found;
        }
        values.add(segments.get(depth));
        found = find(node.variable, segments, depth + 1, head, values, allowed);
        values.removeLast();
        return found;
    }

    private static List<String> segments(String rawPath) {
        return split(rawPath).stream().map(UrlDecoder::decodeSegment).toList();
    }

    private static List<String> split(String path) {
        String inner = path.substring(1, path.length() > 1 && path.endsWith("/") ? path.length() - 1 : path.length());
        return inner.isEmpty() ? List.of() : List.of(inner.split("/", -1));
    }

    /// A method with the names of its variables in their order.
    private record Endpoint(ApiMethod<?> method, List<String> variables) {

        Match match(List<String> values) {
            Map<String, String> named = new LinkedHashMap<>();
            for (int i = 0; i < variables.size(); i++) {
                named.put(variables.get(i), values.get(i));
            }
            return new Match(method, named);
        }
    }

    private static final class Node {

        private final Map<String, Node> literals = new HashMap<>();
        private final Map<String, Endpoint> endpoints = new HashMap<>();
        private @Nullable Node variable;

        Node variableChild() {
            if (variable == null) {
                variable = new Node();
            }
            return variable;
        }

        @Nullable
        Endpoint endpoint(RequestHead head) {
            Endpoint exact = endpoints.get(head.method());
            return exact == null && head.isHead() && allowed().contains("HEAD") ? endpoints.get("GET") : exact;
        }

        Set<String> allowed() {
            Set<String> allowed = new TreeSet<>(endpoints.keySet());
            Endpoint get = endpoints.get("GET");
            if (get != null && get.method().isRead()) {
                allowed.add("HEAD");
            }
            return allowed;
        }
    }
}
