/// The record of what happened: who did what, when, and how it ended, with keyed hashes of the
/// texts. It listens to what the other rooms publish ([dev.parley.platform.Happening]), and none of
/// them knows it.
///
/// `audit_events` has a row for each event, each with a code over all of it that only who has the
/// key can make; `audit_segments` says which numbers of which process there are, in spans that are
/// chained to one another; `audit_head` says which of these is the last.
@NullMarked
package dev.parley.audit;

import org.jspecify.annotations.NullMarked;
