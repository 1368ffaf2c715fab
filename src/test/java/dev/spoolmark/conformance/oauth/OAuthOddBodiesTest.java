package dev.spoolmark.conformance.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Every member of every endpoint, with values that no application sends: none is a server error.
@Timeout(120)
class OAuthOddBodiesTest extends OAuthConformance {

    private static final List<String> PATHS =
            List.of("/oauth/token", "/oauth/revoke", "/oauth/device/code", "/oauth/device/token");

    private static final List<String> ODD_JSON = List.of(
            "null",
            "true",
            "-1",
            "1e308",
            "[]",
            "{}",
            "[\"a\"]",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\u200b\"",
            "\"\\u2028\"",
            "\"\\u0130\"",
            "\"\ud83d\ude00\"",
            "\"javascript:alert(1)\"",
            "\"http://[::1\"",
            "\"" + "x".repeat(15_000) + "\"");

    private static final List<String> ODD_FORM = List.of(
            "", "%00", "%ED%A0%80", "%ff", "%zz", "%", "%F0%9F%98%80", "%E2%80%8B", "a&a=b", "x".repeat(15_000));

    private static final List<String> TYPES = List.of(
            "",
            "text/plain",
            "multipart/form-data; boundary=b",
            "application/json; charset=UTF-16",
            "application/xml",
            "application/x-www-form-urlencoded; charset=ISO-8859-1",
            ";;;");

    @Test
    void noBodyIsAServerError() {
        List<String> faults = new ArrayList<>();
        for (String path : PATHS) {
            for (String grant : List.of("authorization_code", "refresh_token", "client_credentials")) {
                members(path, usual(grant), faults);
            }
            for (String type : TYPES) {
                check(send("POST", path, json(quoted(usual("refresh_token"))), type), path + " as " + type, faults);
                check(send("POST", path, "--b\r\n\r\nx\r\n--b--", type), path + " as " + type, faults);
            }
            for (String body : List.of("", "[", "[]", "7", "{\"a\":1,\"a\":2}", "\u0000", "x".repeat(100 * 1024))) {
                check(json(path, body), path + " " + shown(body), faults);
                check(form(path, body), path + " " + shown(body), faults);
            }
            for (String header : List.of("Basic", "Basic %", "Basic ////", "Basic OjoK", "Bearer", "Bearer %00", "x")) {
                if (header.chars().allMatch(c -> c < 0x80)) {
                    check(form(path, "grant_type=refresh_token", "Authorization", header), path + header, faults);
                }
            }
        }

        assertThat(faults).isEmpty();
    }

    private void members(String path, Map<String, String> usual, List<String> faults) {
        for (String name : usual.keySet()) {
            for (String odd : ODD_JSON) {
                Map<String, String> members = quoted(usual);
                members.put(name, odd);
                check(json(path, json(members)), path + " " + name + ": " + shown(odd), faults);
            }
            for (String odd : ODD_FORM) {
                Map<String, String> members = new LinkedHashMap<>(usual);
                members.put(name, odd);
                String body = members.entrySet().stream()
                        .map(member -> member.getKey() + "=" + member.getValue())
                        .collect(Collectors.joining("&"));
                check(form(path, body), path + " " + name + "=" + shown(odd), faults);
                check(form(path, body + "&" + name + "%5B%5D=1"), path + " " + name + "[]", faults);
            }
        }
    }

    private Map<String, String> usual(String grant) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("grant_type", grant);
        members.put("client_id", id);
        members.put("client_secret", secret);
        members.put("code", "ab".repeat(32));
        members.put("redirect_uri", CALLBACK);
        members.put("code_verifier", "v".repeat(50));
        members.put("refresh_token", "srt_" + "a".repeat(60));
        members.put("token", "sat_" + "a".repeat(60));
        return members;
    }

    private static Map<String, String> quoted(Map<String, String> members) {
        Map<String, String> quoted = new LinkedHashMap<>();
        members.forEach((name, value) -> quoted.put(name, "\"" + value + "\""));
        return quoted;
    }

    private static String json(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static void check(OAuthResponse response, String what, List<String> faults) {
        if (response.status() >= 500) {
            faults.add(response.status() + " " + what + ": " + response.body());
        }
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(40, text.length()));
    }
}
