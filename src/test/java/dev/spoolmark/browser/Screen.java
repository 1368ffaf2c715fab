package dev.spoolmark.browser;

import dev.spoolmark.browser.Browser.Setup;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/// What a page is shown on, in pixels. It may be narrower than any window.
record Screen(int width, int height) {

    static final Screen DESKTOP = new Screen(1280, 900);
    static final Screen PHONE = new Screen(390, 844);

    /// The narrowest one on which nothing may have to be scrolled sideways (WCAG 2.2, 1.4.10).
    static final Screen NARROW = new Screen(320, 640);

    private static final int SMALLEST_DESKTOP = 600;

    static Screen of(Setup setup) {
        return new Screen(setup.width(), setup.height());
    }

    /// The same width with another height.
    Screen ofHeight(int other) {
        return new Screen(width, other);
    }

    /// Changes the screen of a browser; the page stays.
    void show(ChromeDriver driver) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < SMALLEST_DESKTOP));
    }
}
