package dev.spoolmark.serversettings;

/// A setting as it is in force.
///
/// @param value empty if unset
/// @param source `default`, `database`, or the file, variable or option that sets it
/// @param isFixed whether a file, variable or option sets it, so that a page cannot change it
public record ServerSetting(ServerSettingKey key, String value, String source, boolean isFixed) {}
