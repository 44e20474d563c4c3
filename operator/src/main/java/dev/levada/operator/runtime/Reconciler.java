package dev.levada.operator.runtime;

/// What is done for one object of a kind, on a virtual thread of its own.
@FunctionalInterface
public interface Reconciler {

  /// Brings the object to where it should be. An exception is a bug: it is logged with the key and
  /// the reconcile is tried again after a growing pause.
  ///
  /// @param key which object
  /// @param run this run: its age, whether it was overtaken, and how to wait
  /// @return when to run again if no edge arrives before
  /// @throws InterruptedException at the end of a shutdown's grace
  Again reconcile(Key key, Run run) throws InterruptedException;
}
