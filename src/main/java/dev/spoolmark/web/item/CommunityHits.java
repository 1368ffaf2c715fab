package dev.spoolmark.web.item;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;
import dev.spoolmark.lists.UserList;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.social.Viewer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The users and the public lists that a search finds. Of users whose profiles the viewer may not see, only the
/// one with exactly this name is found, and no list.
///
/// @param users by rank
/// @param lists by name
record CommunityHits(List<Account> users, List<FoundList> lists) {

    static final CommunityHits NONE = new CommunityHits(List.of(), List.of());

    private static final int MAX_USERS = 5;
    private static final int MAX_LISTS = 10;

    /// More than are shown, since those that the viewer may not see are left out.
    static final int CANDIDATES = 50;

    CommunityHits {
        users = List.copyOf(users);
        lists = List.copyOf(lists);
    }

    /// @param owner user name
    record FoundList(String name, String slug, String owner) {}

    /// @param text not empty
    /// @param ids users whom the search finds, also those whose profiles the viewer may not see
    static CommunityHits find(ItemPageFeatures features, Viewer viewer, String text, List<UserId> ids) {
        List<UserList> lists = features.listSearch().byName(text, CANDIDATES);
        Set<UserId> owners = new HashSet<>(ids);
        lists.forEach(list -> owners.add(list.owner()));
        if (owners.isEmpty()) {
            return NONE;
        }
        Map<UserId, Account> accounts = features.accounts().all(owners);
        Map<UserId, ProfileView> visible = features.access().viewOf(viewer, accounts.values());
        return new CommunityHits(
                users(ids, accounts, visible.keySet(), text),
                lists.stream()
                        .filter(list -> visible.containsKey(list.owner()))
                        .flatMap(list -> Stream.ofNullable(accounts.get(list.owner()))
                                .map(owner -> new FoundList(list.name(), list.slug(), owner.name())))
                        .limit(MAX_LISTS)
                        .toList());
    }

    private static List<Account> users(
            List<UserId> ids, Map<UserId, Account> accounts, Collection<UserId> visible, String text) {
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(accounts.get(id)))
                .filter(account ->
                        visible.contains(account.id()) || account.name().equalsIgnoreCase(text.strip()))
                .limit(MAX_USERS)
                .toList();
    }
}
