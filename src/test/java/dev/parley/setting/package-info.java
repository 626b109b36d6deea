/// The page that lists all settings, `docs/configuration.md`, made of the records that hold them.
@NullMarked
package dev.parley.setting;

import org.jspecify.annotations.NullMarked;
