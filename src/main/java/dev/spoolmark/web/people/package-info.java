/// The pages about users: profiles, followers, activity, comparison, what is being watched, plays watched
/// together.
///
/// Start with [dev.spoolmark.web.people.PeopleRoutes].
@NullMarked
package dev.spoolmark.web.people;

import org.jspecify.annotations.NullMarked;
