package dev.spoolmark.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test that renders pages in Chromium. Without Chromium it is skipped, unless the environment variable
/// `BROWSER_TESTS` is `required`: then it fails.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@Timeout(120)
@ExtendWith(ChromiumCondition.class)
@interface BrowserTest {}
