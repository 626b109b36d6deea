package dev.parley.endurance;

import dev.parley.testing.Client;

/// Two who show the same refresh token, one after the other: they get the same successor, for it
/// is spent once.
record Reuse(Person who) implements Deed {

  @Override
  public void act() {
    var before = who.client();
    var first = Renewal.show(before).expect(200).text("refresh_token");
    var second = Renewal.show(before).expect(200);
    if (!second.text("refresh_token").equals(first)) {
      throw new Wrong("a refresh token was spent twice");
    }
    who.become(new Client(before.address(), before.email(), second.text("access_token"), first));
  }

  @Override
  public void again() {
    new Renewal(who).again();
  }
}
