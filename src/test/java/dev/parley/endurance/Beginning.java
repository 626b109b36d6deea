package dev.parley.endurance;

import java.util.Map;

/// A new conversation.
record Beginning(Person who, String title) implements Deed {

  @Override
  public void act() {
    var body = "{\"title\":\"%s\"}".formatted(title);
    var made = who.client().send("POST", "/conversations", body, Map.of("Idempotency-Key", title));
    who.conversations().add(new Known(made.expect(201).text("id"), title));
  }

  @Override
  public void again() {
    act();
  }
}
