package dev.spoolmark.account;

/// Settings of a user that concern the pages only; no method of an API shows them.
///
/// @param keyboard whether single keys are shortcuts (WCAG 2.2, 2.1.4)
/// @param spoilers what pages cover of episodes that the user has not watched
public record PageSettings(
        Language language,
        WeekStart weekStart,
        RatingScale ratingScale,
        Theme theme,
        boolean keyboard,
        SpoilerLevel spoilers) {

    /// The settings of a new account.
    public static final PageSettings DEFAULT = new PageSettings(
            Language.AUTOMATIC, WeekStart.AUTOMATIC, RatingScale.TEN, Theme.AUTOMATIC, true, SpoilerLevel.OFF);
}
