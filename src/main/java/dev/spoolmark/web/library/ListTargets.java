package dev.spoolmark.web.library;

import dev.spoolmark.account.Account;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.lists.UserList;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.web.form.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lists of a user to which items can be copied.
final class ListTargets {

    private ListTargets() {}

    /// @param source is left out; null for none
    static List<Choice> of(Lists lists, ProfileView self, Account account, @Nullable UserList source) {
        return lists.of(self, Viewer.of(account)).stream()
                .filter(list -> !list.isSmart())
                .filter(list -> source == null || !list.id().equals(source.id()))
                .map(list -> new Choice(list.slug(), list.name()))
                .toList();
    }
}
