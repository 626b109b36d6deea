package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A window of a browser, used as people use it: looked at, clicked and typed into.
public final class Tab {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final DevTools devTools;
  private final String target;
  private final String session;

  private Tab(DevTools devTools, String target, String session) {
    this.devTools = devTools;
    this.target = target;
    this.session = session;
  }

  static Tab open(DevTools devTools, String context, URI address) {
    var target =
        devTools
            .send("Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
            .get("targetId")
            .stringValue();
    var attached =
        devTools.send("Target.attachToTarget", Map.of("targetId", target, "flatten", true));
    var tab = new Tab(devTools, target, attached.get("sessionId").stringValue());
    List.of("Page", "Runtime", "Log", "Network")
        .forEach(part -> tab.send(part + ".enable", Map.of()));
    tab.size(1280, 800);
    tab.go(address);
    return tab;
  }

  public void go(URI address) {
    send("Page.navigate", Map.of("url", address.toString()));
    awaitTrue("location.href === '%s' && document.readyState === 'complete'".formatted(address));
  }

  /// Loads the page anew.
  public void reload() {
    evaluate("window.isOld = true");
    send("Page.reload", Map.of());
    awaitTrue("!window.isOld && document.readyState === 'complete'");
  }

  /// Waits until an element is there that can be seen.
  ///
  /// @param selector of CSS, such as `.answer:not(.writing)`
  public void see(String selector) {
    awaitTrue(visible(selector));
  }

  /// Waits until there is none.
  public void seeNo(String selector) {
    awaitTrue("!(%s)".formatted(visible(selector)));
  }

  /// Waits until an element says something.
  public void see(String selector, String text) {
    awaitTrue(
        "[...document.querySelectorAll(%s)].some((e) => e.textContent.includes(%s))"
            .formatted(quoted(selector), quoted(text)));
  }

  /// Clicks an element, once it lies still and nothing lies over it.
  public void click(String selector) {
    see(selector);
    var box =
        awaitTrue(
            """
            (() => {
              const e = [...document.querySelectorAll(%s)].find((e) => e.checkVisibility());
              e.scrollIntoView({ block: 'nearest' });
              const b = e.getBoundingClientRect();
              const at = [b.x + b.width / 2, b.y + b.height / 2];
              const before = e.whereItLay;
              e.whereItLay = at.join();
              const isStill = before === e.whereItLay;
              const isOpen = e.contains(document.elementFromPoint(...at));
              return !e.disabled && isStill && isOpen ? at : null;
            })()"""
                .formatted(quoted(selector)));
    for (var event : List.of("mouseMoved", "mousePressed", "mouseReleased")) {
      send(
          "Input.dispatchMouseEvent",
          Map.of(
              "type", event, "x", box.get(0), "y", box.get(1), "button", "left", "clickCount", 1));
    }
  }

  /// Clicks the one of several that says something, such as an entry of a menu.
  public void click(String selector, String text) {
    see(selector, text);
    evaluate(
        "[...document.querySelectorAll(%s)].find((e) => e.textContent === %s).click()"
            .formatted(quoted(selector), quoted(text)));
  }

  /// Types a text in the place of what a field has.
  public void type(String selector, String text) {
    see(selector);
    evaluate(
        "(() => { const e = document.querySelector(%s); e.focus(); e.select(); })()"
            .formatted(quoted(selector)));
    send("Input.insertText", Map.of("text", text));
  }

  /// Presses a key, such as `Enter`.
  public void press(String key) {
    var text = "Enter".equals(key) ? "\r" : "";
    var code = "Enter".equals(key) ? 13 : "Escape".equals(key) ? 27 : 0;
    for (var event : List.of("keyDown", "keyUp")) {
      send(
          "Input.dispatchKeyEvent",
          Map.of(
              "type", event, "key", key, "code", key, "text", text, "windowsVirtualKeyCode", code));
    }
  }

  public String text(String selector) {
    return evaluate("document.querySelector(%s).textContent".formatted(quoted(selector)))
        .stringValue();
  }

  public int count(String selector) {
    return evaluate("document.querySelectorAll(%s).length".formatted(quoted(selector))).intValue();
  }

  public void size(int width, int height) {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  public void dark(boolean isDark) {
    var scheme = Map.of("name", "prefers-color-scheme", "value", isDark ? "dark" : "light");
    send("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
  }

  /// Takes the network away, or gives it back.
  public void offline(boolean isOffline) {
    send(
        "Network.emulateNetworkConditions",
        Map.of(
            "offline", isOffline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  /// Keeps how the page looks.
  public void screenshot(String name) {
    awaitStillness();
    var picture = send("Page.captureScreenshot", Map.of("format", "png")).get("data").stringValue();
    try {
      Files.createDirectories(SCREENSHOTS);
      Files.write(SCREENSHOTS.resolve(name + ".png"), Base64.getDecoder().decode(picture));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits until nothing moves any more but what moves for ever.
  private void awaitStillness() {
    awaitTrue(
        """
        document.getAnimations().every((a) =>
          a.playState !== 'running' || a.effect.getComputedTiming().iterations === Infinity)""");
  }

  /// What in the page keeps somebody out: the serious and critical findings of axe, each with
  // where.
  public List<String> barriers() {
    awaitStillness();
    evaluate(Axe.SCRIPT);
    var found =
        evaluate(
            """
            axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations
              .filter((v) => ['serious', 'critical'].includes(v.impact))
              .flatMap((v) => v.nodes.map((n) => v.id + ' ' + n.target + ' ' + n.failureSummary)))""");
    return found.valueStream().map(JsonNode::stringValue).toList();
  }

  private static final class Axe {
    private static final String SCRIPT = read();

    private static String read() {
      try (var script = Tab.class.getResourceAsStream("/axe.min.js")) {
        return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// What an expression gives, as JSON; of a promise what it resolves to.
  public JsonNode evaluate(String expression) {
    var answer =
        send(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(answer.get("exceptionDetails").toString());
    }
    return answer.at("/result/value");
  }

  /// Waits until an expression is true.
  public JsonNode awaitTrue(String expression) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      try {
        var found = evaluate(until(expression));
        if (!found.isNull() && !found.isMissingNode()) {
          return found;
        }
      } catch (DevTools.Refused _) {
        // The page was left meanwhile: the next one is looked at.
      }
    }
    screenshot("failed");
    throw new AssertionError("does not come: " + expression);
  }

  /// A promise of what an expression gives once that is true; of nothing when it takes too long.
  private static String until(String expression) {
    return """
    new Promise((resolve) => {
      const end = Date.now() + %d;
      const look = () => {
        const found = (() => { try { return %s; } catch { return null; } })();
        if (found || Date.now() > end) { resolve(found || null); } else { setTimeout(look, 20); }
      };
      look();
    })"""
        .formatted(PATIENCE.toMillis(), expression);
  }

  /// What scripts failed with, and what the page was refused.
  public List<String> complaints() {
    return devTools.events(session).stream()
        .filter(
            event ->
                "Runtime.exceptionThrown".equals(event.get("method").stringValue())
                    || "security".equals(event.at("/params/entry/source").asString("")))
        .map(JsonNode::toString)
        .toList();
  }

  public void close() {
    devTools.send("Target.closeTarget", Map.of("targetId", target));
  }

  private static String visible(String selector) {
    return "[...document.querySelectorAll(%s)].some((e) => e.checkVisibility())"
        .formatted(quoted(selector));
  }

  private static String quoted(String text) {
    return JsonMapper.shared().writeValueAsString(text);
  }

  private JsonNode send(String method, Map<String, ?> parameters) {
    return devTools.send(session, method, parameters);
  }
}
