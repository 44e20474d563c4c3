package dev.levada.operator.receiver;

import dev.levada.core.manifest.Mapping;

/// A call that was checked.
///
/// @param payload what it says; empty where that is no JSON object
/// @param claims what the caller's token claims; empty where callers show none
record GenuineCall(Mapping payload, Mapping claims) {}
