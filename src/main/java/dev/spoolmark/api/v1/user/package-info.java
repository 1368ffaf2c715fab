/// Methods of v1 about users: profiles, libraries, activity, networks, lists, ratings, comments.
@NullMarked
package dev.spoolmark.api.v1.user;

import org.jspecify.annotations.NullMarked;
