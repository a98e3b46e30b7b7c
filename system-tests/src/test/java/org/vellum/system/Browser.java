package org.vellum.system;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A headless Chromium that is installed on this machine. Each visitor has cookies of its own.
 *
 * <p>The property {@code vellum.browser} names another browser's program.
 */
final class Browser implements AutoCloseable {
  private static final List<String> USUAL =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;
  private final URI server;

  private Browser(Playwright playwright, com.microsoft.playwright.Browser browser, URI server) {
    this.playwright = playwright;
    this.browser = browser;
    this.server = server;
  }

  /** Starts the browser, or skips the test and says so where none is installed. */
  static Browser at(URI server) {
    Optional<Path> program = program();
    if (program.isEmpty()) {
      String message = "SKIPPED: no Chromium is installed; set -Dvellum.browser=/path/to/it";
      System.err.println(message);
      Assumptions.abort(message);
    }
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    com.microsoft.playwright.Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program.orElseThrow())
                    .setHeadless(true)
                    .setArgs(QUIET));
    return new Browser(playwright, browser, server);
  }

  private static Optional<Path> program() {
    return Stream.concat(Stream.ofNullable(System.getProperty("vellum.browser")), USUAL.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A visitor whom the server does not know, as wide as a desk's screen. */
  Page visitor() {
    return visitor(1280, 900);
  }

  /** A visitor with a screen of this size in pixels. */
  Page visitor(int width, int height) {
    BrowserContext context =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(server.toString())
                .setViewportSize(width, height));
    return context.newPage();
  }

  /** A visitor whose browser runs no scripts. */
  Page visitorWithoutScripts() {
    return browser
        .newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(server.toString())
                .setJavaScriptEnabled(false))
        .newPage();
  }

  /** Signs the visitor in by the form. */
  static void signIn(Page page, String name, String password) {
    page.navigate("/sign-in");
    page.getByLabel("Name").fill(name);
    page.getByLabel("Password").fill(password);
    button(page, "Sign in");
  }

  /** Presses the button with this label. */
  static void button(Page page, String label) {
    page.getByRole(AriaRole.MAIN)
        .getByRole(
            AriaRole.BUTTON, new com.microsoft.playwright.Locator.GetByRoleOptions().setName(label))
        .first()
        .click();
  }

  /** By how many pixels the page is wider than the screen. */
  static int overflow(Page page) {
    return (int)
        page.evaluate(
            "() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth)");
  }

  /** Keeps a picture of the page for people, under {@code target/pictures}. */
  static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "pictures", name + ".png")));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
