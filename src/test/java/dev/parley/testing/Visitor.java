package dev.parley.testing;

import java.net.URI;
import java.util.UUID;

/// Somebody at the page, with the steps that most visits begin with.
///
/// @param tab the window that the page is open in
public record Visitor(Tab tab) {

  public static final String PASSWORD = "seventeen red kites";

  /// Opens a page, and waits until it can be used.
  public static Visitor open(Chromium.Browser browser, URI address) {
    var tab = browser.open(address);
    tab.awaitTrue("document.querySelector('#ready')");
    return new Visitor(tab);
  }

  /// Makes an account.
  ///
  /// @return its address
  public String signUp() {
    tab.click("#account .button:not(.primary)");
    return register();
  }

  /// Makes an account in the dialog that is open.
  ///
  /// @return its address
  public String register() {
    var email = "ada.%s@example.com".formatted(UUID.randomUUID().toString().substring(24));
    tab.type("dialog [name=email]", email);
    tab.type("dialog [name=password]", PASSWORD);
    tab.press("Enter");
    tab.seeNo("dialog[open]");
    tab.see(".who");
    return email;
  }

  /// Signs in, in the dialog that is open.
  public void signIn(String email) {
    tab.type("dialog [name=email]", email);
    tab.type("dialog [name=password]", PASSWORD);
    tab.press("Enter");
    tab.seeNo("dialog[open]");
  }

  public void ask(String text) {
    tab.type("#question", text);
    tab.press("Enter");
    tab.see(".question .prose", text);
  }

  /// Asks, and waits for the whole answer.
  public void askAndRead(String text) {
    ask(text);
    tab.see(".answer:last-child:not(.writing)");
  }

  /// Chooses from the menu of whoever is signed in.
  public void choose(String entry) {
    tab.click(".who");
    tab.click(".menu button", entry);
  }
}
