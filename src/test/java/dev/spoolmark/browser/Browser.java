package dev.spoolmark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/// Headless Chromium with its own profile, and the user actions of the tests.
final class Browser implements AutoCloseable {

    private static final Path PICTURES = Path.of("target/screenshots");
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    /// The height of a picture in pixels.
    private static final int MAX_HEIGHT = 2_400;

    private final Setup setup;
    private final ChromeDriver driver;
    private final String base;

    private Browser(Setup setup, ChromeDriver driver, String base) {
        this.setup = setup;
        this.driver = driver;
        this.base = base;
    }

    /// The configuration of the browser.
    ///
    /// @param language as in `Accept-Language`
    /// @param script whether pages may run scripts
    /// @param rightToLeft whether pages are shown in the direction of Arabic
    /// @param stillness whether the user prefers reduced motion
    record Setup(
            int width,
            int height,
            String language,
            boolean dark,
            boolean script,
            boolean rightToLeft,
            boolean stillness) {

        static final Setup DESKTOP = new Setup(1280, 900, "en", false, true, false, false);

        Setup phone() {
            return new Setup(390, 844, language, dark, script, rightToLeft, stillness);
        }

        Setup in(String other) {
            return new Setup(width, height, other, dark, script, rightToLeft, stillness);
        }

        Setup withDarkTheme() {
            return new Setup(width, height, language, true, script, rightToLeft, stillness);
        }

        Setup withoutScript() {
            return new Setup(width, height, language, dark, false, rightToLeft, stillness);
        }

        Setup fromRightToLeft() {
            return new Setup(width, height, language, dark, script, true, stillness);
        }

        Setup withReducedMotion() {
            return new Setup(width, height, language, dark, script, rightToLeft, true);
        }
    }

    static Browser open(Setup setup, String base) {
        return new Browser(setup, Chromium.take(setup), base);
    }

    /// Opens a browser and signs in.
    ///
    /// @param next the page that is opened afterwards
    static Browser signIn(Setup setup, int port, String name, String password, String next) {
        Browser browser = open(setup, "http://localhost:" + port);
        browser.go("/signin?next=" + next);
        browser.element("#name").sendKeys(name);
        browser.element("#password").sendKeys(password);
        browser.submit("main form button[type=submit]");
        return browser;
    }

    /// Opens a page of the server.
    void go(String path) {
        driver.get(base + path);
    }

    /// The path and query of the page that is shown.
    String path() {
        String address = driver.getCurrentUrl();
        return address.startsWith(base) ? address.substring(base.length()) : address;
    }

    String title() {
        return driver.getTitle();
    }

    /// Types into the field with this label, in place of what is there.
    void type(String label, String text) {
        var _ = whileLoading(() -> {
            WebElement field = field(label);
            field.clear();
            field.sendKeys(text);
            return text;
        });
    }

    /// The field with this label.
    WebElement field(String label) {
        String id = driver.findElement(By.xpath("//label[normalize-space()='" + label + "']"))
                .getAttribute("for");
        return driver.findElement(By.id(id));
    }

    /// Presses the button or follows the link with this text, and waits for the page that it opens.
    void press(String text) {
        By button = By.xpath("//*[self::button or self::a][normalize-space()='" + text + "']");
        WebElement page = driver.findElement(By.tagName("html"));
        boolean opensPage = whileLoading(() -> {
            WebElement pressed = inTheMiddle(driver.findElement(button));
            boolean opens = opensPage(pressed);
            pressed.click();
            return opens;
        });
        if (opensPage) {
            waitForAnotherPage(page);
        }
    }

    /// Presses the button of a form, and waits for the page that it opens.
    void submit(String css) {
        WebElement page = driver.findElement(By.tagName("html"));
        element(css).click();
        waitForAnotherPage(page);
    }

    /// Signs out by the menu of the navigation.
    void signOut() {
        element(".nav-more summary").click();
        press("Sign out");
    }

    /// Like [#press] where a script asks for a confirmation, which is given.
    void pressAndConfirm(String text) {
        pressAndConfirm(By.xpath("//button[normalize-space()='" + text + "']"));
    }

    void pressAndConfirm(By button) {
        WebElement page = driver.findElement(By.tagName("html"));
        inTheMiddle(driver.findElement(button)).click();
        if (setup.script()) {
            driver.switchTo().alert().accept();
        }
        waitForAnotherPage(page);
    }

    /// Scrolls like a user, since the navigation of phones covers the lower edge.
    private WebElement inTheMiddle(WebElement element) {
        driver.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
        return element;
    }

    /// Scripts have buttons of the type `button`.
    private static boolean opensPage(WebElement pressed) {
        return "a".equals(pressed.getTagName()) || "submit".equals(pressed.getDomProperty("type"));
    }

    /// Chromium may return from a click before it has begun to load the next page. A form that the browser itself
    /// finds incomplete opens none, so the wait ends without an error.
    private static void waitForAnotherPage(WebElement page) {
        long until = System.nanoTime() + TIMEOUT.toNanos();
        try {
            while (System.nanoTime() < until) {
                page.getTagName();
            }
        } catch (WebDriverException replaced) {
            if (!isOfReplacedPage(replaced)) {
                throw replaced;
            }
        }
    }

    /// Whether a command failed because its element belonged to a page that another one has replaced. The second
    /// of the two errors is rare, and has no type of its own.
    private static boolean isOfReplacedPage(WebDriverException error) {
        return error instanceof StaleElementReferenceException
                || String.valueOf(error.getRawMessage()).contains("does not belong to the document");
    }

    /// The text of the main part of the page.
    String text() {
        return whileLoading(() -> driver.findElement(By.tagName("main")).getText());
    }

    /// Waits until the main part of the page contains a text.
    void waitFor(String text) {
        waitUntil(text, () -> text().contains(text));
    }

    /// Waits for a state of the page or the server.
    ///
    /// @param what describes it, for the message of a failure
    void waitUntil(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + TIMEOUT.toNanos();
        while (!whileLoading(condition::getAsBoolean)) {
            assertThat(System.nanoTime())
                    .as("%s on %s: %s", what, path(), text())
                    .isLessThan(until);
        }
    }

    /// The value of a JavaScript expression as text.
    String script(String expression) {
        return String.valueOf(driver.executeScript("return String(" + expression + ")"));
    }

    /// Presses keys, one after the other, wherever the focus is.
    void keys(CharSequence... keys) {
        for (CharSequence key : keys) {
            new Actions(driver).sendKeys(key).perform();
        }
    }

    /// Repeats what fails because another page is being loaded.
    private static <T> T whileLoading(Supplier<T> look) {
        long until = System.nanoTime() + TIMEOUT.toNanos();
        while (true) {
            try {
                return look.get();
            } catch (WebDriverException loading) {
                if (!isOfReplacedPage(loading) || System.nanoTime() > until) {
                    throw loading;
                }
            }
        }
    }

    WebElement element(String css) {
        return inTheMiddle(driver.findElement(By.cssSelector(css)));
    }

    ChromeDriver driver() {
        return driver;
    }

    /// Asserts a page without violations of WCAG 2.2 A and AA that is not wider than the window.
    void isAccessible() {
        driver.executeScript("window.scrollTo(0, 0)"); // bars that stay in view cover nothing there
        assertThat(Accessibility.violationsInThisForm(driver))
                .as("violations on " + path())
                .isEmpty();
        assertThat((Boolean) driver.executeScript(
                        "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("the width of " + path())
                .isTrue();
    }

    /// Shows the page on another screen.
    void show(Screen screen) {
        screen.show(driver);
    }

    /// Shows the page in one of the color schemes, without the transition to it.
    void showColors(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /// Asserts an empty browser log: no script errors, no violations of the content security policy, no missing
    /// resources. The browser also notes there that it has dropped its cache, as it does after signing out.
    void hasEmptyLog() {
        List<LogEntry> entries = driver.manage().logs().get(LogType.BROWSER).getAll();
        assertThat(entries)
                .map(LogEntry::getMessage)
                .filteredOn(message -> !message.endsWith("Cleared data types: \"cache\"."))
                .isEmpty();
    }

    /// Drops what is in the browser log.
    void forgetLog() {
        driver.manage().logs().get(LogType.BROWSER);
    }

    /// Saves a screenshot of the whole page, or its upper part if it is very long.
    void pictureOfAll(String name, Screen screen) {
        int height = Integer.parseInt(script("document.documentElement.scrollHeight"));
        show(screen.ofHeight(Math.clamp(height, screen.height(), MAX_HEIGHT)));
        picture(name);
        show(screen);
    }

    /// Saves a screenshot of the page in `target/screenshots`.
    void picture(String name) {
        try {
            Files.createDirectories(PICTURES);
            File picture = driver.getScreenshotAs(OutputType.FILE);
            Files.move(picture.toPath(), PICTURES.resolve(name + ".png"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Chromium.giveBack(setup, driver);
    }
}
