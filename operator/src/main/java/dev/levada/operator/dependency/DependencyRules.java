package dev.levada.operator.dependency;

import java.time.Duration;

/// How the engine's flags want dependencies to be judged.
///
/// @param additive whether the built-in check counts beside the user's words
/// @param crossNamespace whether an object of another kind may be in another namespace
/// @param lookAgain when to look again where nothing wakes the waiting object
public record DependencyRules(boolean additive, boolean crossNamespace, Duration lookAgain) {}
