package dev.levada.core.secret;

import dev.levada.core.manifest.Mapping;
import java.util.List;

/// What was encrypted, open again.
///
/// @param documents the values, without SOPS' own
/// @param intact whether the message code fits: nobody changed a value since it was encrypted
record Opened(List<Mapping> documents, boolean intact) {}
