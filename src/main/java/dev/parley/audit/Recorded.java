package dev.parley.audit;

/// An event as it stands in its row.
///
/// @param code over all of it, of the [Use#EVENT]
record Recorded(Entry entry, String code) {

  boolean isGenuine(AuditKey key) {
    return entry.code(key).equals(code);
  }
}
