package dev.spoolmark.app.config;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.CidrSet;
import dev.spoolmark.core.Secret;
import dev.spoolmark.core.WrittenText;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Parsers for values of settings.
final class SettingParsers {

    static final int HIGHEST_PORT = 65_535;

    private static final int LONGEST_NAME = 60;

    private static final Map<String, Integer> UNITS = Map.of("k", 10, "m", 20, "g", 30);

    private static final Map<Character, ChronoUnit> TIME_UNITS =
            Map.of('s', ChronoUnit.SECONDS, 'm', ChronoUnit.MINUTES, 'h', ChronoUnit.HOURS, 'd', ChronoUnit.DAYS);

    /// Fields that every client sends.
    private static final List<String> NOT_OF_PROXIES =
            List.of("host", "cookie", "authorization", "user-agent", "accept");

    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    private SettingParsers() {}

    static String text(String text) {
        return text;
    }

    static String displayName(String text) {
        String name = WrittenText.line(text);
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw mustBe("a name of 1 to " + LONGEST_NAME + " characters");
        }
        return name;
    }

    static Setting.Parser<Integer> number(int min, int max) {
        return text -> {
            try {
                int number = AsciiNumber.parseInt(text);
                if (number >= min && number <= max) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // Falls through to the one sentence for both.
            }
            throw mustBe("a whole number from " + min + " to " + max);
        };
    }

    /// A number of bytes; the suffixes `k`, `m` and `g` are powers of 1,024.
    static long bytes(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String unit =
                UNITS.keySet().stream().filter(lower::endsWith).findFirst().orElse("");
        String digits = lower.substring(0, lower.length() - unit.length());
        if (!digits.matches("[0-9]{1,9}")) {
            throw mustBe("a number of bytes, such as 33554432 or 32m");
        }
        return AsciiNumber.parseLong(digits) << UNITS.getOrDefault(unit, 0);
    }

    /// A whole number of seconds, minutes, hours or days: `90s`, `5m`, `1h`, `90d`.
    static Setting.Parser<Duration> duration(Duration min, Duration max) {
        return text -> {
            if (text.matches("[0-9]{1,6}[smhd]")) {
                long number = AsciiNumber.parseLong(text.substring(0, text.length() - 1));
                Duration time = Duration.of(number, TIME_UNITS.get(text.charAt(text.length() - 1)));
                if (time.compareTo(min) >= 0 && time.compareTo(max) <= 0) {
                    return time;
                }
            }
            throw mustBe("a time from " + min.toHours() + "h to " + max.toDays() + "d, such as 90d");
        };
    }

    static boolean onOff(String text) {
        return switch (text) {
            case "on" -> true;
            case "off" -> false;
            default -> throw mustBe("on or off");
        };
    }

    static <E extends Enum<E>> Setting.Parser<E> enumValue(Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        String choice = constants.stream().map(SettingParsers::textOf).collect(Collectors.joining(", "));
        return text -> constants.stream()
                .filter(value -> textOf(value).equals(text))
                .findFirst()
                .orElseThrow(() -> mustBe("one of " + choice));
    }

    /// Words separated by commas.
    static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    static List<String> networks(String text) {
        List<String> networks = list(text);
        try {
            CidrSet.of(networks);
        } catch (IllegalArgumentException e) {
            throw mustBe("networks such as 192.168.0.0/16 or addresses, separated by commas");
        }
        return networks;
    }

    /// Networks of proxies: none so large that it contains strangers.
    static List<String> proxyNetworks(String text) {
        List<String> networks = networks(text);
        if (networks.stream()
                .anyMatch(network -> network.matches(".*/[0-7]") && !network.equalsIgnoreCase("fc00::/7"))) {
            throw mustBe("networks with a prefix of at least 8 bits, such as 172.18.0.0/16");
        }
        return networks;
    }

    static Optional<String> headerName(String text) {
        if (!text.matches("[A-Za-z0-9-]{0,64}") || NOT_OF_PROXIES.contains(text.toLowerCase(Locale.ROOT))) {
            throw mustBe("the name of a header field, such as Remote-User");
        }
        return optional(text);
    }

    /// Words separated by commas, each of which `check` must accept.
    static Setting.Parser<List<String>> eachOf(Consumer<String> check, String subject) {
        return text -> {
            List<String> type = list(text);
            try {
                type.forEach(check);
            } catch (IllegalArgumentException wrong) {
                throw mustBe(subject);
            }
            return type;
        };
    }

    static Optional<String> optional(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }

    static Optional<URI> address(String text) {
        return optional(text).map(value -> {
            String plain = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
            if (!plain.matches("https?://[^/?#@\\s]+(?:/[A-Za-z0-9._~-]+)*")) {
                throw mustBe("an http:// or https:// URL, at most with a plain path");
            }
            return toUri(plain);
        });
    }

    /// The issuer of an OpenID provider, also as the address of its discovery document. Without TLS only on this
    /// machine.
    static Optional<URI> issuer(String text) {
        String plain = text.endsWith(DISCOVERY) ? text.substring(0, text.length() - DISCOVERY.length()) : text;
        Optional<URI> issuer = address(plain);
        if (issuer.filter(uri -> !"https".equals(uri.getScheme()) && !LOOPBACK.contains(uri.getHost()))
                .isPresent()) {
            throw mustBe("an https:// URL");
        }
        return issuer;
    }

    /// Scopes separated by commas or blanks, always with `openid`.
    static List<String> scopes(String text) {
        List<String> scopes = list(text.replace(' ', ','));
        if (!scopes.stream().allMatch(scope -> scope.matches("[!#-+\\--\\[\\]-~]+"))) {
            throw mustBe("scopes, separated by commas");
        }
        return Stream.concat(Stream.of("openid"), scopes.stream()).distinct().toList();
    }

    /// A host and a port, separated by a colon.
    static Optional<InetSocketAddress> socketAddress(String text) {
        return optional(text).map(value -> {
            int colon = value.lastIndexOf(':');
            if (colon < 1 || !value.substring(colon + 1).matches("[0-9]{1,5}")) {
                throw mustBe("an address and a port, such as 127.0.0.1:9464");
            }
            String host = value.substring(0, colon).replaceAll("^\\[|]$", "");
            return InetSocketAddress.createUnresolved(
                    host, number(0, HIGHEST_PORT).parse(value.substring(colon + 1)));
        });
    }

    /// Hour and minute.
    static Optional<LocalTime> timeOfDay(String text) {
        return optional(text).map(value -> {
            if (!value.matches("(?:[01][0-9]|2[0-3]):[0-5][0-9]")) {
                throw mustBe("a time of day from 00:00 to 23:59");
            }
            return LocalTime.parse(value);
        });
    }

    /// An IANA time zone; if empty, that of the machine.
    static ZoneId zone(String text) {
        try {
            return text.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw mustBe("the name of a time zone, such as Europe/Berlin");
        }
    }

    static Optional<Path> path(String text) {
        try {
            return optional(text).map(Path::of);
        } catch (InvalidPathException unreadable) {
            throw mustBe("the path of a file");
        }
    }

    static Optional<String> postgres(String text) {
        return optional(text).map(value -> {
            if (!value.startsWith("jdbc:postgresql:")) {
                throw mustBe("a URL that starts with jdbc:postgresql:");
            }
            if (Stream.of("user=", "password=").anyMatch(value::contains)) {
                throw mustBe("a URL without user and password, which are separate settings");
            }
            return value;
        });
    }

    /// An e-mail address, also with a name before it.
    static Optional<String> mailbox(String text) {
        return optional(text).map(value -> {
            if (!value.matches(
                    "[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]{1,190}|[^<>\\p{Cntrl}]{0,100}<[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]{1,190}>")) {
                throw mustBe("an e-mail address, such as tv@example.org or Spoolmark <tv@example.org>");
            }
            return value;
        });
    }

    static Secret secret(String text) {
        return Secret.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static URI toUri(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException unreadable) {
            throw mustBe("an http:// or https:// URL without a path");
        }
    }

    private static String textOf(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static IllegalArgumentException mustBe(String subject) {
        return new IllegalArgumentException(subject);
    }
}
