package dev.parley.audit;

/// What the record's key is used for. Each use has a key of its own, derived from the one.
enum Use {
  EVENT,
  TEXT,
  SEGMENT,
  HEAD
}
