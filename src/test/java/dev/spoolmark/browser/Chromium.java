package dev.spoolmark.browser;

import dev.spoolmark.browser.Browser.Setup;
import dev.spoolmark.db.TestDatabases;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/// The processes of Chromium. A start takes seconds of CPU time, so that a process is used again by the next test
/// with the same setup, without cookies and cache.
final class Chromium {

    private static final int MAX_IDLE = 3;
    private static final Map<Setup, ChromeDriver> IDLE = new HashMap<>();

    /// No language of the pages is written from right to left yet.
    private static final String RIGHT_TO_LEFT =
            "document.addEventListener('DOMContentLoaded', () => { document.documentElement.dir = 'rtl'; });";

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> IDLE.values().forEach(ChromeDriver::quit)));
    }

    private Chromium() {}

    static ChromeDriver take(Setup setup) {
        ChromeDriver idle;
        synchronized (IDLE) {
            idle = IDLE.remove(setup);
        }
        return idle == null ? start(setup) : idle;
    }

    static void giveBack(Setup setup, ChromeDriver driver) {
        if (!isCleared(setup, driver)) {
            driver.quit();
            return;
        }
        synchronized (IDLE) {
            if (IDLE.size() < MAX_IDLE && IDLE.putIfAbsent(setup, driver) == null) {
                return;
            }
        }
        driver.quit();
    }

    /// Fails when a test has left a dialog open, among others.
    private static boolean isCleared(Setup setup, ChromeDriver driver) {
        try {
            driver.get("about:blank");
            driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
            driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", ""));
            Screen.of(setup).show(driver);
            driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
            driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
            driver.manage().logs().get(LogType.BROWSER);
            return driver.getWindowHandles().size() == 1;
        } catch (WebDriverException failed) {
            return false;
        }
    }

    private static ChromeDriver start(Setup setup) {
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(ChromiumCondition.driver().orElseThrow().toFile())
                .withSilent(true)
                .build();
        ChromeDriver driver = new ChromeDriver(service, options(setup));
        driver.manage().timeouts().implicitlyWait(Browser.TIMEOUT);
        Screen.of(setup).show(driver);
        if (setup.rightToLeft()) {
            driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", RIGHT_TO_LEFT));
        }
        return driver;
    }

    private static ChromeOptions options(Setup setup) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(ChromiumCondition.chromium().orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--force-color-profile=srgb",
                "--window-size=" + setup.width() + "," + setup.height(),
                "--user-data-dir=" + TestDatabases.folder());
        if ("root".equals(System.getProperty("user.name"))) {
            options.addArguments("--no-sandbox");
        }
        if (setup.stillness()) {
            options.addArguments("--force-prefers-reduced-motion");
        }
        if (setup.dark()) {
            options.addArguments("--force-dark-mode", "--blink-settings=preferredColorScheme=0");
        }
        Map<String, Object> preferences = new HashMap<>(Map.of("intl.accept_languages", setup.language()));
        if (!setup.script()) {
            preferences.put("profile.managed_default_content_settings.javascript", 2);
        }
        options.setExperimentalOption("prefs", preferences);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }
}
