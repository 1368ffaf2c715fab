/// A real server on a free port, spoken to over HTTP, held against the specification.
///
/// One small world for all tests. Four people: **ann**, who rates a lot and hides nothing; **bob**, who is protected
/// and lets ann follow him; **cem**, who wants to follow bob and was not answered yet; **dora**, whom nobody knows.
/// Five movies, one of them named by digits (`300`), one with an accent. Three shows: *Portlandia* with a special
/// and two seasons, *The Walking Dead*, which airs again tomorrow, and *Dark Matters*, which ended. It is the
/// evening of 24 June 2013 in Los Angeles, and the clock stands still.
package dev.spoolmark.conformance;
