/// Tests of the specification over HTTP, with a complete server on a free port.
///
/// All tests share one fixture. Users: **ann**, public, with many ratings; **bob**, protected, and followed by
/// ann; **cem**, with a pending request to follow bob; **dora**, without followers. Five movies, one with a title
/// of digits (`300`), one with an accent. Three shows: *Portlandia* with a special and two seasons, *The Walking
/// Dead* with an episode that airs tomorrow, and *Dark Matters*, which has ended. The clock stands still in the
/// evening of 24 June 2013 in Los Angeles.
package dev.spoolmark.conformance;
