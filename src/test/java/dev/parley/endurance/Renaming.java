package dev.parley.endurance;

/// Another title for a conversation.
record Renaming(Person who, Known changes, String title) implements Deed {

  @Override
  public void act() {
    who.client()
        .patch("/conversations/" + changes.id(), "{'title':'%s'}".formatted(title))
        .expect(200);
    changes.rename(title);
  }

  @Override
  public void again() {
    act();
  }
}
