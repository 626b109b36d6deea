package dev.parley.account;

import java.time.Instant;
import java.util.SortedMap;

/// What was deleted with an account, counted by kind.
public record Receipt(String id, Instant deletedAt, SortedMap<String, Integer> deleted) {}
