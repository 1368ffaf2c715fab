package dev.spoolmark.account.apppassword;

/// A new app password with its text, which cannot be read again later.
///
/// @param text 26 lower-case letters and digits
public record NewAppPassword(AppPassword appPassword, String text) {

    @Override
    public String toString() {
        return appPassword.toString();
    }
}
