package dev.parley.endurance;

/// The end of a conversation.
record Deletion(Person who, Known changes) implements Deed {

  @Override
  public boolean deletes() {
    return true;
  }

  @Override
  public void act() {
    who.client().delete("/conversations/" + changes.id()).expect(204);
    who.conversations().remove(changes);
  }

  @Override
  public void again() {
    var answer = who.client().delete("/conversations/" + changes.id());
    if (answer.status() != 204) {
      answer.expect(404);
    }
    who.conversations().remove(changes);
  }
}
