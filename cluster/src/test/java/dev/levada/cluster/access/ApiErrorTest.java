package dev.levada.cluster.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiErrorTest {

  @Test
  void aStatusIsReadWithItsDetails() {
    ApiError error =
        ApiError.of(
            422,
            Types.bytes(
                """
                {"kind": "Status", "apiVersion": "v1", "status": "Failure",
                 "message": "Service \\"web\\" is invalid: spec.clusterIP: field is immutable",
                 "reason": "Invalid",
                 "details": {"name": "web", "kind": "Service",
                             "causes": [{"reason": "FieldValueInvalid", "field": "spec.clusterIP"}]},
                 "code": 422}
                """));

    assertThat(error.code()).isEqualTo(422);
    assertThat(error.reason()).isEqualTo("Invalid");
    assertThat(error.isInvalid()).isTrue();
    assertThat(error.message())
        .isEqualTo("Service \"web\" is invalid: spec.clusterIP: field is immutable");
    assertThat(error.details().textAt("name")).isEqualTo("web");
    assertThat(error.details().sequenceAt("causes").size()).isEqualTo(1);
  }

  @Test
  void whatAProxySaysIsCutShortAndPutOnOneLine() {
    ApiError error =
        ApiError.of(502, Types.bytes("<html>\n<h1>Bad Gateway</h1>" + "x".repeat(9000)));

    assertThat(error.message())
        .startsWith("the API server answered 502: <html> <h1>Bad Gateway</h1>xxx")
        .endsWith("…")
        .hasSizeLessThan(400);
    assertThat(error.isRetryable()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"'', 500", "'{\"kind\":\"Status\"', 500", "'[]', 404", "'{\"kind\":\"Pod\"}', 418"})
  void aBodyThatIsNoStatusKeepsTheCode(String body, int code) {
    assertThat(ApiError.of(code, Types.bytes(body)).code()).isEqualTo(code);
  }

  @Test
  void aDeeplyNestedBodyIsForeignTextAndNotACrash() {
    assertThat(ApiError.of(500, Types.bytes("[".repeat(200_000))).code()).isEqualTo(500);
  }

  @ParameterizedTest
  @CsvSource({
    "404, NotFound, notFound",
    "409, Conflict, conflict",
    "409, AlreadyExists, alreadyExists",
    "422, Invalid, invalid",
    "403, Forbidden, forbidden",
    "410, Gone, gone",
    "410, Expired, gone",
    "429, TooManyRequests, retryable",
    "500, InternalError, retryable",
    "503, ServiceUnavailable, retryable",
    "504, Timeout, retryable",
    "400, BadRequest, nothing",
    "401, Unauthorized, nothing",
  })
  void anErrorIsOneThing(int code, String reason, String thing) {
    ApiError error = ApiError.of(code, status(code, reason));
    var is = new StringBuilder();
    is.append(error.isNotFound() ? "notFound" : "");
    is.append(error.isConflict() ? "conflict" : "");
    is.append(error.isAlreadyExists() ? "alreadyExists" : "");
    is.append(error.isInvalid() ? "invalid" : "");
    is.append(error.isForbidden() ? "forbidden" : "");
    is.append(error.isGone() ? "gone" : "");
    is.append(error.isRetryable() ? "retryable" : "");

    assertThat(is.isEmpty() ? "nothing" : is.toString()).isEqualTo(thing);
  }

  private static byte[] status(int code, String reason) {
    return Types.bytes(
        """
        {"kind": "Status", "message": "no", "reason": "%s", "code": %d}
        """
            .formatted(reason, code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          .data.a: expected string, got &value.valueUnstructured{Value:1234} | .data.a: expected string, got &value.valueUnstructured{Value:***}
          data[a]: Invalid value: "s3cr\\"et": too long | data[a]: Invalid value: ***: too long
          x: Unsupported value: "abc", y: Duplicate value: "def" | x: Unsupported value: ***, y: Duplicate value: ***
          secrets "db" already exists | secrets "db" already exists
          """)
  void valuesThatTheServerQuotesAreHidden(String said, String shown) {
    assertThat(QuotedValues.hide(said)).isEqualTo(shown);
  }
}
