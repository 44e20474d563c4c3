package dev.levada.operator.pullrequest;

import dev.levada.core.pullrequest.RequestStep;

/// What is said of one pull request after a run.
///
/// @param turn what became of it
record RequestSentence(RequestTurn turn) {

  /// What is said where there is nothing to say of any.
  static String nothing(String base) {
    return "nothing to propose: " + base + " has all images";
  }

  /// How it stands, the same words as long as it stands so; empty where that is not worth a word.
  String state() {
    String number = number();
    return switch (turn.step()) {
      case RequestStep.Nothing _ -> turn.isForAll() ? nothing(turn.slot().brought().base()) : "";
      case RequestStep.Open _, RequestStep.Update _, RequestStep.Keep _ ->
          number + " is open" + purpose() + obstacles();
      case RequestStep.Close _ -> number + " is closed: " + why();
      case RequestStep.Merged _ -> number + " is merged";
      case RequestStep.Respect(_, boolean merged) ->
          number + refused(merged) + "; another follows when there are other images";
      case RequestStep.Wait(long most) -> turn.slot().images() + " waits: " + enough(most);
      case RequestStep.AwaitBranch _ -> "";
    };
  }

  private static String refused(boolean merged) {
    return merged ? " was merged and taken back" : " was closed by somebody";
  }

  private static String enough(long most) {
    return most
        + (most == 1 ? " pull request is" : " pull requests are")
        + " open, as many as spec.maxOpen allows";
  }

  private String purpose() {
    return turn.slot().superseded()
        ? ", though not wanted any more"
        : " for " + turn.slot().images();
  }

  private String why() {
    return turn.slot().superseded()
        ? "its images are proposed in another place"
        : turn.slot().brought().base() + " has all images";
  }

  private String obstacles() {
    return turn.obstacles().isEmpty()
        ? ""
        : "; not merged yet: " + String.join("; ", turn.obstacles());
  }

  /// What an event says; empty where there is nothing new.
  String news() {
    String url = turn.request().map(request -> ": " + request.url()).orElse("");
    String images = turn.slot().images();
    return switch (turn.step()) {
      case RequestStep.Open _ -> "opened " + number() + " for " + images + url;
      case RequestStep.Update _ -> {
        String old = turn.slot().known().textAt("images");
        boolean other = !old.isEmpty() && !old.equals(images);
        yield "updated "
            + number()
            + " for "
            + images
            + (other ? ", which supersedes " + old : "")
            + url;
      }
      case RequestStep.Close _ -> state() + url;
      case RequestStep.Merged _, RequestStep.Respect _ ->
          turn.word().equals(turn.slot().known().textAt("state")) ? "" : state() + url;
      case RequestStep.Nothing _,
          RequestStep.Keep _,
          RequestStep.AwaitBranch _,
          RequestStep.Wait _ ->
          "";
    };
  }

  private String number() {
    return "pull request "
        + turn.request().map(request -> Long.toString(request.number())).orElse("?");
  }
}
