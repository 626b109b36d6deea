package dev.parley.platform;

/// What all servers on one database must have alike, as one of them has it.
///
/// @param what it is, for people
/// @param mark tells one from another, and nothing else of it; without blanks
/// @param remedy what to do where it differs
public record AlikeEverywhere(String what, String mark, String remedy) {}
