/// What takes long: programs that are killed again and again, histories of clients side by side,
/// and more load than a machine can bear. Short forms are part of `./mvnw verify`, the long ones of
/// the profile `endurance`; CONTRIBUTING.md says how to run them.
@NullMarked
package dev.parley.endurance;

import org.jspecify.annotations.NullMarked;
