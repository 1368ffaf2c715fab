package dev.spoolmark.activity;

import dev.spoolmark.core.AsciiNumber;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The position of an item in a list that is ordered by a number or a text, by which the next page is found.
///
/// @param number 0 if the list is ordered by text
/// @param text empty if the list is ordered by number
public record ItemPosition(long number, String text, long item) {

    private static final Pattern FORM = Pattern.compile("(-?[0-9]{1,15})_([0-9]{1,15})_([A-Za-z0-9_-]{0,6000})");

    /// The form in an address: `1372075200000_12_`.
    public String address() {
        return number + "_" + item + "_"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Empty for any other text.
    public static Optional<ItemPosition> parse(String address) {
        Matcher parts = FORM.matcher(address);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(parts.group(3)), StandardCharsets.UTF_8);
            return text.indexOf('\0') >= 0
                    ? Optional.empty()
                    : Optional.of(new ItemPosition(
                            AsciiNumber.parseLong(parts.group(1)), text, AsciiNumber.parseLong(parts.group(2))));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
