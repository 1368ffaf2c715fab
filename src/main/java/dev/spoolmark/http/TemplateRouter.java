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

/// Finds the API method or page for a path by templates such as `/users/{id}/history`. A literal segment precedes
/// a variable; the HTTP method decides between targets on the same path. HEAD is routed to GET where that only
/// reads.
///
/// @param <T> what requests are routed to
public final class TemplateRouter<T extends TemplateRouter.Target> {

    private final Node<T> root = new Node<>();

    /// @throws IllegalArgumentException when two targets have the same HTTP method and path
    public TemplateRouter(List<? extends T> targets) {
        targets.forEach(this::add);
    }

    /// What requests are routed to.
    public interface Target {

        /// The HTTP method.
        String httpMethod();

        /// The path, with variables in braces.
        String path();

        /// Whether it changes nothing, so that HEAD may use it.
        boolean isRead();
    }

    /// The target of a request.
    ///
    /// @param variables the decoded segments for the variables of the template, by name
    public record Match<T>(T target, Map<String, String> variables) {}

    /// Finds the target of a request. A slash at the end of the path is ignored.
    ///
    /// @throws ProblemException with `NotFound` when no template matches, `MethodNotAllowed` when one matches with
    ///     other HTTP methods, `Unreadable` when the path is not properly encoded
    public Match<T> find(RequestHead head) {
        List<String> segments = segments(head.rawPath());
        Set<String> allowed = new TreeSet<>();
        Match<T> found = find(root, segments, 0, head, new ArrayList<>(), allowed);
        if (found != null) {
            return found;
        }
        throw new ProblemException(
                allowed.isEmpty() ? new Problem.NotFound("path") : new Problem.MethodNotAllowed(List.copyOf(allowed)));
    }

    /// Whether a template matches this path, for whatever HTTP method. False for a path that is not properly
    /// encoded.
    public boolean hasPath(String rawPath) {
        try {
            return hasPath(root, segments(rawPath), 0);
        } catch (ProblemException malformed) {
            return false;
        }
    }

    private static <T extends Target> boolean hasPath(Node<T> node, List<String> segments, int depth) {
        if (depth == segments.size()) {
            return !node.endpoints.isEmpty();
        }
        Node<T> literal = node.literals.get(segments.get(depth));
        return (literal != null && hasPath(literal, segments, depth + 1))
                || (node.variable != null && hasPath(node.variable, segments, depth + 1));
    }

    private void add(T target) {
        List<String> variables = new ArrayList<>();
        Node<T> node = root;
        for (String segment : split(target.path())) {
            if (segment.startsWith("{") && segment.endsWith("}")) {
                variables.add(segment.substring(1, segment.length() - 1));
                node = node.variableChild();
            } else {
                node = node.literals.computeIfAbsent(segment, missing -> new Node<>());
            }
        }
        if (node.endpoints.put(target.httpMethod(), new Endpoint<>(target, variables)) != null) {
            throw new IllegalArgumentException(target.httpMethod() + " " + target.path() + " is declared twice");
        }
    }

    private static <T extends Target> @Nullable Match<T> find(
            Node<T> node,
            List<String> segments,
            int depth,
            RequestHead head,
            List<String> values,
            Set<String> allowed) {
        if (depth == segments.size()) {
            allowed.addAll(node.allowed());
            Endpoint<T> endpoint = node.endpoint(head);
            return endpoint == null ? null : endpoint.match(values);
        }
        Node<T> literal = node.literals.get(segments.get(depth));
        Match<T> found = literal == null ? null : find(literal, segments, depth + 1, head, values, allowed);
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

    /// A target with the names of its variables in their order.
    private record Endpoint<T>(T target, List<String> variables) {

        Match<T> match(List<String> values) {
            Map<String, String> arguments = new LinkedHashMap<>();
            for (int i = 0; i < variables.size(); i++) {
                arguments.put(variables.get(i), values.get(i));
            }
            return new Match<>(target, arguments);
        }
    }

    private static final class Node<T extends Target> {

        private final Map<String, Node<T>> literals = new HashMap<>();
        private final Map<String, Endpoint<T>> endpoints = new HashMap<>();
        private @Nullable Node<T> variable;

        Node<T> variableChild() {
            if (variable == null) {
                variable = new Node<>();
            }
            return variable;
        }

        @Nullable
        Endpoint<T> endpoint(RequestHead head) {
            Endpoint<T> exact = endpoints.get(head.method());
            return exact == null && head.isHead() && allowed().contains("HEAD") ? endpoints.get("GET") : exact;
        }

        Set<String> allowed() {
            Set<String> allowed = new TreeSet<>(endpoints.keySet());
            Endpoint<T> get = endpoints.get("GET");
            if (get != null && get.target().isRead()) {
                allowed.add("HEAD");
            }
            return allowed;
        }
    }
}
