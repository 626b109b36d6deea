package dev.parley.export;

import dev.parley.auth.Access;
import dev.parley.auth.Caller;
import dev.parley.conversation.Import;
import dev.parley.conversation.Imports;
import dev.parley.idempotency.Once;
import org.springframework.stereotype.Component;

/// Takes a document in, all of it or nothing. It is read twice: first to see that all of it can be
/// accepted, so that one that cannot costs no writing, then to store it.
@Component
class Importing {

  private final DocumentReader reader;
  private final Acceptance acceptance;
  private final Imports imports;
  private final Access access;

  Importing(DocumentReader reader, Acceptance acceptance, Imports imports, Access access) {
    this.reader = reader;
    this.acceptance = acceptance;
    this.imports = imports;
    this.access = access;
  }

  /// @throws dev.parley.web.Malformed where it is no JSON
  /// @throws dev.parley.web.Invalid where something in it cannot be accepted
  /// @throws dev.parley.idempotency.KeptAlready where another request with the key was first
  Receipt take(Caller.Member member, Once.Request once, Spool document) {
    reader.read(document.reader(), new Checking());
    var ongoing = imports.begin(member.accountId());
    var storing = new Storing(member, ongoing);
    try {
      reader.read(document.reader(), storing);
    } catch (RuntimeException e) {
      imports.discard(ongoing);
      throw e;
    }
    var receipt =
        new Receipt(
            new Receipt.Imported(ongoing.conversations(), ongoing.messages()),
            new Receipt.LeftOut(storing.ratings));
    imports.finish(ongoing, once, receipt);
    return receipt;
  }

  private final class Checking implements DocumentReader.Taker {

    @Override
    public void begin() {
      // There is nothing to check yet.
    }

    @Override
    public void take(Drafts.Message message, String where) {
      var _ = acceptance.message(message, where);
    }

    @Override
    public void end(Drafts.Conversation conversation, String where) {
      var _ = acceptance.conversation(conversation, where);
    }
  }

  private final class Storing implements DocumentReader.Taker {

    private final Caller.Member member;
    private final Import ongoing;
    private int ratings;

    Storing(Caller.Member member, Import ongoing) {
      this.member = member;
      this.ongoing = ongoing;
    }

    @Override
    public void begin() {
      access.check(member);
      ongoing.begin();
    }

    @Override
    public void take(Drafts.Message message, String where) {
      ongoing.add(acceptance.message(message, where), where);
      if (message.feedback() != null) {
        ratings++;
      }
    }

    @Override
    public void end(Drafts.Conversation conversation, String where) {
      ongoing.end(acceptance.conversation(conversation, where), where);
    }
  }
}
