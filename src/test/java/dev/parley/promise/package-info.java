/// What the server promises when things go wrong, the tests that keep it, and the page on both,
/// `docs/reliability.md`.
///
/// The promises stand in `promises.yaml`, each with a key that tests name in `@Keeps`. The page's
/// list is held to them by every build. Its figures are those of the last long run: who runs
/// `./mvnw verify -Pendurance` commits them. Every other build writes its own into
/// `target/reliability.md`, so that trying something changes no file that is kept.
@NullMarked
package dev.parley.promise;

import org.jspecify.annotations.NullMarked;
