package dev.spoolmark.web.people;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Response;
import dev.spoolmark.social.FollowEdge;
import dev.spoolmark.social.FollowRelation;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Requests to follow: those that the viewer decides about, those that the viewer has sent, and blocked users.
public final class RequestPages {

    private static final String PATH = "/requests";
    private static final int SIZE = 100;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{3,20}");

    private final PeopleFeatures features;

    RequestPages(PeopleFeatures features) {
        this.features = features;
    }

    /// @param received newest first, at most 100
    /// @param sent newest first, at most 100
    /// @param declined name of the user whose request the last form has declined, or null
    /// @param blocked users whom the viewer has blocked, at most 100
    public record RequestPage(
            Layout layout,
            List<UserRow> received,
            List<UserRow> sent,
            List<UserRow> blocked,
            @Nullable String declined) {

        public RequestPage {
            received = List.copyOf(received);
            sent = List.copyOf(sent);
            blocked = List.copyOf(blocked);
        }
    }

    void declare(PageRoutes routes) {
        routes.get(PATH, PageAccess.SIGNED_IN, request -> request.waiting(() -> show(request)))
                .post(PATH, PageAccess.SIGNED_IN, request -> request.waiting(() -> decide(request)));
    }

    private Response show(PageRequest request) {
        ProfileView self = features.access().self(request.account());
        Layout layout = request.layout("people.requests.title");
        List<FollowEdge> received = newest(self, FollowRelation.REQUESTS_RECEIVED);
        List<FollowEdge> sent = newest(self, FollowRelation.REQUESTS_SENT);
        List<FollowEdge> blocked = features.blocks().page(self, null, SIZE);
        Map<UserId, Account> accounts = features.accounts()
                .all(Stream.of(received, sent, blocked)
                        .flatMap(List::stream)
                        .map(FollowEdge::userId)
                        .toList());
        return request.page(
                "page/people/requests",
                new RequestPage(
                        layout,
                        rows(layout, received, accounts),
                        rows(layout, sent, accounts),
                        rows(layout, blocked, accounts),
                        request.query("declined")
                                .filter(name -> NAME.matcher(name).matches())
                                .orElse(null)));
    }

    private List<FollowEdge> newest(ProfileView self, FollowRelation relation) {
        return features.follows().newest(self, relation, Optional.empty(), SIZE).edges();
    }

    private static List<UserRow> rows(Layout layout, List<FollowEdge> edges, Map<UserId, Account> accounts) {
        return edges.stream()
                .flatMap(edge -> Stream.ofNullable(accounts.get(edge.userId()))
                        .map(account ->
                                UserRow.of(layout, account, layout.formats().date(edge.since()))))
                .toList();
    }

    /// The field `do` is `accept`, `accept_follow`, `decline` or `undo`, which takes a decline back; the field
    /// `user` the name of who has asked.
    private Response decide(PageRequest request) {
        String decision = request.form().text("do");
        try {
            Account requester = features.accounts().get(request.form().text("user"));
            switch (decision) {
                case "accept" -> features.follows().approve(request.account(), requester.id());
                case "accept_follow" -> features.follows().approveAndFollow(request.account(), requester);
                case "decline" -> {
                    features.follows().deny(request.account(), requester.id());
                    return request.redirect(PATH + "?declined=" + requester.name());
                }
                case "undo" -> {
                    boolean restored = features.follows().restoreRequest(request.account(), requester.id());
                    return request.redirect(PATH, restored ? "undone" : "warn_nothing_to_undo");
                }
                default -> throw new ProblemException(new Problem.Invalid("do"));
            }
        } catch (ProblemException problem) {
            if (problem.problem() instanceof Problem.NotFound) {
                return request.redirect(PATH, "warn_request_gone");
            }
            throw problem;
        }
        return request.redirect(PATH, "request_accepted");
    }
}
