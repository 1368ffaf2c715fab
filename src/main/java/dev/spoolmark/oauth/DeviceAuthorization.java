package dev.spoolmark.oauth;

import dev.spoolmark.core.Secret;
import java.time.Duration;

/// What a device shows and polls with (RFC 8628, 3.2).
///
/// @param deviceCode 64 characters
/// @param userCode 8 hexadecimal digits in upper case
/// @param interval between two polls
public record DeviceAuthorization(Secret deviceCode, String userCode, Duration lifetime, Duration interval) {}
