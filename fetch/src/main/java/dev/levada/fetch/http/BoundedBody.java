package dev.levada.fetch.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/// Reads an answer's body up to the request's limit.
///
/// @param request what was asked
/// @param target where the body of a good answer goes; kept in memory where null
record BoundedBody(WebRequest request, @Nullable OutputStream target) {

  private static final int BLOCK = 16 * 1024;

  WebResponse read(HttpResponse<InputStream> response, InputStream in) throws IOException {
    boolean stream = target != null && response.statusCode() / 100 == 2;
    var kept = new ByteArrayOutputStream();
    copy(in, stream && target != null ? target : kept);
    return new WebResponse(
        response.uri(), response.statusCode(), response.headers(), kept.toByteArray());
  }

  private void copy(InputStream in, OutputStream out) throws IOException {
    var block = new byte[BLOCK];
    long total = 0;
    for (int count = in.read(block); count >= 0; count = in.read(block)) {
      total += count;
      if (total > request.limit()) {
        throw new WebFailure(
            WebFailure.Kind.TOO_LARGE, "the answer is larger than " + request.limit() + " bytes");
      }
      out.write(block, 0, count);
    }
  }
}
