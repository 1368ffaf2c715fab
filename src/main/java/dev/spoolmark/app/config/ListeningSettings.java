package dev.spoolmark.app.config;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The address of the server, and the proxies, networks and web pages that it trusts.
public final class ListeningSettings {

    static final Setting<String> HOST = Setting.of(
            "host",
            "127.0.0.1",
            SettingParsers::text,
            "The address to listen on. `0.0.0.0` listens on all addresses of the machine; use a reverse"
                    + " proxy with TLS if the server is reachable from the internet.");

    static final Setting<Integer> PORT = Setting.of(
            "port",
            "8080",
            SettingParsers.number(0, SettingParsers.HIGHEST_PORT),
            "The port to listen on. `0` selects a free port.");

    static final Setting<Optional<URI>> PUBLIC_URL = Setting.of(
            "public_url",
            "",
            SettingParsers::address,
            "The public base URL of the server, such as `https://tv.example.org`, or with a path such as"
                    + " `https://home.example.org/spoolmark`. Links and image URLs in responses start with it. If"
                    + " unset, they start with the URL of the request.");

    static final Setting<String> SERVER_NAME = Setting.of(
            "server_name",
            "Spoolmark",
            SettingParsers::displayName,
            "The name of the server on its pages, at most 60 characters.");

    static final Setting<List<String>> ALLOWED_HOSTS = Setting.of(
            "allowed_hosts",
            "",
            SettingParsers::list,
            "Additional host names that the server accepts in requests, separated by commas. IP"
                    + " addresses, names without a dot, names of home networks and the host of `public_url` are"
                    + " always accepted.");

    static final Setting<List<String>> TRUSTED_PROXIES = Setting.of(
            "proxies.trusted",
            "",
            SettingParsers::networks,
            "Networks of reverse proxies whose `X-Forwarded-For` and similar headers are trusted, such"
                    + " as `127.0.0.1/32,10.0.0.0/8`.");

    static final Setting<Optional<String>> PROXY_USER_HEADER = Setting.of(
            "proxies.user_header",
            "",
            SettingParsers::headerName,
            "Header field in which a reverse proxy names the user whom it has authenticated, such as"
                    + " `Remote-User`. Pages then sign this user in without a password. Requires"
                    + " `proxies.user_header_networks`.");

    static final Setting<List<String>> PROXY_USER_HEADER_NETWORKS = Setting.of(
            "proxies.user_header_networks",
            "",
            SettingParsers::proxyNetworks,
            "Networks of the reverse proxies whose `proxies.user_header` is believed, such as `172.18.0.2/32`."
                    + " From other addresses the field is ignored.");

    static final Setting<Boolean> PROXY_USER_HEADER_CREATE = Setting.of(
            "proxies.user_header_create",
            "off",
            SettingParsers::onOff,
            "Whether a user whom `proxies.user_header` names and who has no account gets one with this name.");

    static final Setting<List<String>> TRUSTED_NETWORKS = Setting.of(
            "networks.trusted",
            "",
            TrustedNetworks::parse,
            "Networks that are exempt from the connection and request limits per address, or `none`. If"
                    + " unset: loopback and private networks, or none if `registration` is `open`.");

    static final Setting<List<String>> CORS_ORIGINS = Setting.of(
            "cors.origins",
            "",
            SettingParsers::list,
            "Origins of web pages that may read responses of the API (CORS), such as"
                    + " `https://tv.example.org`; `*` allows all and `none` none. If unset: none, or all if"
                    + " `registration` is `open`.");

    static final Setting<Boolean> ACCESS_LOG = Setting.of(
            "access_log",
            "on",
            SettingParsers::onOff,
            "Whether to log each request to standard output, without its path, query and user names.");

    public static final Setting<Optional<InetSocketAddress>> METRICS_LISTEN = Setting.of(
            "metrics.listen",
            "",
            SettingParsers::socketAddress,
            "Address and port at which `/metrics` serves Prometheus metrics, such as `127.0.0.1:9464`."
                    + " There is no authentication, so use a local address. If unset, metrics are not served.");

    static final List<Setting<?>> ALL = List.of(
            HOST,
            PORT,
            PUBLIC_URL,
            SERVER_NAME,
            ALLOWED_HOSTS,
            TRUSTED_PROXIES,
            PROXY_USER_HEADER,
            PROXY_USER_HEADER_NETWORKS,
            PROXY_USER_HEADER_CREATE,
            TRUSTED_NETWORKS,
            CORS_ORIGINS,
            ACCESS_LOG,
            METRICS_LISTEN);

    private ListeningSettings() {}
}
