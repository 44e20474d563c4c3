package dev.levada.core.pullrequest;

import java.util.ArrayList;
import java.util.List;

/// Lets pull requests be opened as long as not too many are open.
///
/// @param most how many may be open at once; 0 for any number
public record OpenLimit(long most) {

  /// The steps that may be taken, in the order of those that are due. Whoever comes first is let
  /// through first; what is open already stays, even where it is too many.
  public List<RequestStep> of(List<RequestStep> due) {
    long open = due.stream().filter(OpenLimit::isOpen).count();
    var allowed = new ArrayList<RequestStep>();
    for (RequestStep step : due) {
      boolean opens = step instanceof RequestStep.Open;
      boolean waits = opens && most > 0 && open >= most;
      allowed.add(waits ? new RequestStep.Wait(most) : step);
      open += opens && !waits ? 1 : 0;
    }
    return List.copyOf(allowed);
  }

  private static boolean isOpen(RequestStep step) {
    return switch (step) {
      case RequestStep.Keep _, RequestStep.Update _ -> true;
      case RequestStep.Open _,
          RequestStep.AwaitBranch _,
          RequestStep.Wait _,
          RequestStep.Close _,
          RequestStep.Respect _,
          RequestStep.Merged _,
          RequestStep.Nothing _ ->
          false;
    };
  }
}
