package dev.spoolmark.web.people;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Response;
import dev.spoolmark.social.FollowEdge;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.together.Companion;
import dev.spoolmark.together.PlayOffer;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.form.PlayTime;
import dev.spoolmark.web.library.ItemLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Plays that friends offer the viewer since they have watched something together, and who may do that.
public final class TogetherPages {

    private static final String PATH = "/together";
    private static final int MAX_FRIENDS = 200;
    private static final Pattern ID = Pattern.compile("[0-9]{1,16}");

    private final PeopleFeatures features;

    TogetherPages(PeopleFeatures features) {
        this.features = features;
    }

    /// @param offers open ones, newest first
    /// @param accepted lately, newest first
    /// @param companions friends with a consent in one direction or both
    /// @param friends those who may not offer plays yet
    /// @param declined the offer that was just declined, or null
    public record TogetherPage(
            Layout layout,
            List<OfferLine> offers,
            List<OfferLine> accepted,
            List<CompanionLine> companions,
            List<Choice> friends,
            @Nullable String declined) {

        public TogetherPage {
            offers = List.copyOf(offers);
            accepted = List.copyOf(accepted);
            companions = List.copyOf(companions);
            friends = List.copyOf(friends);
        }
    }

    /// @param id of the offer
    public record OfferLine(String id, UserRow from, ItemLine item, String when) {}

    /// @param mode `none`, `ask` or `automatic`
    /// @param mayOffer whether the viewer may offer plays to this friend
    public record CompanionLine(UserRow user, String mode, boolean mayOffer) {}

    void declare(PageRoutes routes) {
        routes.get(PATH, PageAccess.SIGNED_IN, request -> request.waiting(() -> show(request)))
                .post(PATH + "/consent", PageAccess.SIGNED_IN, request -> request.waiting(() -> consent(request)))
                .post(PATH + "/accept", PageAccess.SIGNED_IN, request -> request.waiting(() -> accept(request)))
                .post(PATH + "/decline", PageAccess.SIGNED_IN, request -> request.waiting(() -> decline(request)))
                .post(PATH + "/reopen", PageAccess.SIGNED_IN, request -> request.waiting(() -> reopen(request)));
    }

    private Response show(PageRequest request) {
        ProfileView self = features.access().self(request.account());
        Layout layout = request.layout("people.together.title");
        List<PlayOffer> open = features.together().open(self);
        List<PlayOffer> accepted = features.together().accepted(self);
        List<Companion> companions = features.together().companions(self);
        List<UserId> friends = features.follows().friends(self, null, MAX_FRIENDS).stream()
                .map(FollowEdge::userId)
                .toList();
        Set<UserId> users = new HashSet<>(friends);
        Set<MediaId> items = new HashSet<>();
        Stream.concat(open.stream(), accepted.stream()).forEach(offer -> {
            users.add(offer.from());
            items.add(offer.item().id());
        });
        companions.forEach(companion -> users.add(companion.user()));
        Map<UserId, Account> accounts = features.accounts().all(users);
        VisibleItems visible = VisibleItems.of(features, items, true);
        return request.page(
                "page/people/together",
                new TogetherPage(
                        layout,
                        offers(layout, open, accounts, visible),
                        offers(layout, accepted, accounts, visible),
                        companions.stream()
                                .flatMap(companion -> Stream.ofNullable(accounts.get(companion.user()))
                                        .map(account -> line(layout, account, companion)))
                                .toList(),
                        choices(friends, companions, accounts),
                        request.query("declined")
                                .filter(text -> ID.matcher(text).matches())
                                .orElse(null)));
    }

    private static List<OfferLine> offers(
            Layout layout, List<PlayOffer> offers, Map<UserId, Account> accounts, VisibleItems visible) {
        List<OfferLine> lines = new ArrayList<>();
        for (PlayOffer offer : offers) {
            Account from = accounts.get(offer.from());
            if (from != null) {
                visible.find(offer.item().id())
                        .map(item -> new OfferLine(
                                Long.toString(offer.id()),
                                UserRow.of(layout, from, ""),
                                ItemLine.of(item, layout.links()),
                                PlayTime.label(layout.formats(), layout.text(), offer.time())))
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    private static CompanionLine line(Layout layout, Account account, Companion companion) {
        String mode = !companion.mayOfferMe() ? "none" : companion.isAutomatic() ? "automatic" : "ask";
        return new CompanionLine(UserRow.of(layout, account, ""), mode, companion.mayOfferThem());
    }

    private static List<Choice> choices(
            List<UserId> friends, List<Companion> companions, Map<UserId, Account> accounts) {
        Set<UserId> known = new HashSet<>();
        companions.stream().filter(Companion::mayOfferMe).forEach(companion -> known.add(companion.user()));
        return friends.stream()
                .filter(friend -> !known.contains(friend))
                .map(accounts::get)
                .filter(Objects::nonNull)
                .map(friend -> new Choice(friend.name(), friend.name()))
                .toList();
    }

    /// The field `mode` is `none`, `ask` or `automatic`.
    private Response consent(PageRequest request) {
        Account self = request.account();
        Optional<Account> friend = features.accounts().find(request.form().text("user"));
        String mode = request.form().text("mode");
        if (friend.isEmpty()) {
            return request.redirect(PATH, "warn_no_friend");
        }
        UserId other = friend.get().id();
        switch (mode) {
            case "none" -> features.together().revoke(self, other);
            case "ask", "automatic" -> {
                try {
                    features.together().allow(self, other, mode.equals("automatic"));
                } catch (ProblemException problem) {
                    return request.redirect(PATH, "warn_no_friend");
                }
            }
            default -> throw new ProblemException(new Problem.Invalid("mode"));
        }
        return request.redirect(PATH, mode.equals("none") ? "consent_ended" : "consent_given");
    }

    private Response accept(PageRequest request) {
        boolean accepted = features.together()
                .accept(request.account(), offer(request), null)
                .isPresent();
        return request.redirect(PATH, accepted ? "offer_accepted" : "warn_offer_gone");
    }

    private Response decline(PageRequest request) {
        long offer = offer(request);
        return features.together().decline(request.account(), offer)
                ? request.redirect(PATH + "?declined=" + offer)
                : request.redirect(PATH, "warn_offer_gone");
    }

    private Response reopen(PageRequest request) {
        boolean reopened = features.together().reopen(request.account(), offer(request));
        return request.redirect(PATH, reopened ? "undone" : "warn_nothing_to_undo");
    }

    /// 0, which no offer has, for what is no id.
    private static long offer(PageRequest request) {
        String sent = request.form().text("offer");
        return ID.matcher(sent).matches() ? AsciiNumber.parseLong(sent) : 0;
    }
}
