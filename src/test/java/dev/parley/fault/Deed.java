package dev.parley.fault;

import dev.parley.testing.Response;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Something that somebody does, and does again where it failed.
///
/// @param done the status once it is done
/// @param doneBefore the status where it turns out to have been done before
/// @param act does it
/// @param check fails where it is not as it was told: all of it there, and once
record Deed(int done, int doneBefore, Supplier<Response> act, Consumer<Response> check) {

  Deed(int done, Supplier<Response> act, Consumer<Response> check) {
    this(done, done, act, check);
  }
}
