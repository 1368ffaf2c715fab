/// The files of Netflix: the viewing history of one profile, and the archive of all data of an account. Start with
/// [dev.spoolmark.transfer.format.netflix.NetflixFormat].
@NullMarked
package dev.spoolmark.transfer.format.netflix;

import org.jspecify.annotations.NullMarked;
