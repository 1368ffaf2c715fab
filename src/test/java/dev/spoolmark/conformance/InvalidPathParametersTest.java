package dev.spoolmark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.http.ApiMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Invalid dates, numbers and names in paths never cause a server error. The paths come from the method table.
class InvalidPathParametersTest extends V1Conformance {

    private static final Pattern PARAMETER = Pattern.compile("/\\{(\\w+)(\\??)}");

    private static final List<String> ODD = List.of(
            "%2B999999999-12-31",
            "-999999999-01-01",
            "99991231",
            "00000101",
            "10000-01-01",
            "2013-02-30",
            "0",
            "-1",
            "9223372036854775807",
            "-9223372036854775808",
            "9007199254740992",
            "253402300800",
            "99999999999999999999999999",
            "1e400",
            "1e-400",
            "NaN",
            "2.5",
            "%D9%A3",
            "%E0%B9%93",
            "%F0%9F%98%80",
            "%EF%BB%BF1",
            "%2C%2C");

    @Test
    void invalidPathParametersNeverCauseAServerError() {
        List<String> faults = new ArrayList<>();
        for (ApiMethod<?> method : table()) {
            if (method.isImplemented() && method.isGet()) {
                paths(method.path()).forEach(path -> {
                    int status = v1.send("GET", path).basic(users.ann()).send().status();
                    if (status >= 500) {
                        faults.add(status + " " + path);
                    }
                });
            }
        }

        assertThat(faults).isEmpty();
    }

    /// Paths with one invalid parameter each, and with all invalid.
    private static List<String> paths(String pattern) {
        List<String> names = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(pattern);
        while (matcher.find()) {
            if (!matcher.group(1).equals("apikey")) {
                names.add(matcher.group(1));
            }
        }
        List<String> paths = new ArrayList<>();
        for (String odd : names.isEmpty() ? List.<String>of() : ODD) {
            names.forEach(name -> paths.add(filled(pattern, name, odd)));
            paths.add(filled(pattern, "", odd));
        }
        return paths;
    }

    /// @param which the invalid parameter; empty for all
    private static String filled(String pattern, String which, String odd) {
        return PARAMETER.matcher(pattern).replaceAll(found -> {
            String name = found.group(1);
            if (name.equals("apikey")) {
                return "/" + V1Client.KEY;
            }
            return "/" + Matcher.quoteReplacement(which.isEmpty() || which.equals(name) ? odd : usual(name));
        });
    }

    private static String usual(String name) {
        return switch (name) {
            case "username" -> "ann";
            case "date" -> "20130624";
            default -> "1";
        };
    }
}
