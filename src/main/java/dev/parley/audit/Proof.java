package dev.parley.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the events that a text was part of, by its hash: so who has kept a text can prove that it
/// was said, and when, also after it was deleted here.
@Component
class Proof {

  private final AuditKeys keys;
  private final EventSearch search;

  Proof(AuditKeys keys, EventSearch search) {
    this.keys = keys;
    this.search = search;
  }

  /// @param subject the id of what it was said in, which makes it quick; none to look everywhere
  List<Entry> of(String text, @Nullable String subject) {
    var filter = new Filter(null, null, subject, null, null, null);
    var proofs = new ArrayList<Entry>();
    @Nullable Place place = Place.END;
    while (place != null) {
      var found = search.before(place, filter, 1_000);
      found.entries().stream().filter(entry -> has(entry, text)).forEach(proofs::add);
      place = found.next();
    }
    return proofs;
  }

  private boolean has(Entry entry, String text) {
    var about = entry.subject() == null ? "" : entry.subject();
    return Shown.hashes(entry.hashes()).entrySet().stream()
        .anyMatch(hash -> keys.key().hash(hash.getKey(), about, text).equals(hash.getValue()));
  }
}
