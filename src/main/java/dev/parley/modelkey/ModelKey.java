package dev.parley.modelkey;

import java.time.Instant;

/// A key as its owner sees it, which is hardly.
record ModelKey(String lastFour, Instant createdAt) {}
