package dev.spoolmark.bench;

import java.util.List;

/// One row of the table of pages: the addresses that the connections open in turn.
///
/// @param name of the page, as the table shows it
/// @param maxMillis the target for the 99th percentile
record WebPageLoad(String name, List<String> addresses, double maxMillis) {

    WebPageLoad {
        addresses = List.copyOf(addresses);
    }
}
