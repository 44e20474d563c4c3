package dev.levada.fetch.git;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URL;
import java.util.Locale;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/// An HTTP connection that notes what it sees, takes no more than it should and talks the smart
/// protocol only.
final class TracedConnection extends JDKHttpConnection {

  /// The most bytes that one operation may receive.
  static final long MOST_BYTES = 4L << 30;

  private final HttpTrace trace;

  /// @param url where to
  /// @param proxy through what
  /// @param trace notes what is seen
  TracedConnection(URL url, Proxy proxy, HttpTrace trace) throws IOException {
    super(url, proxy);
    this.trace = trace;
  }

  @Override
  public int getResponseCode() throws IOException {
    int code = super.getResponseCode();
    trace.answered(code);
    if (code == HTTP_OK && !isSmart()) {
      throw new NotGit(String.valueOf(getContentType()));
    }
    return code;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Counted(super.getInputStream());
  }

  private boolean isSmart() {
    String type = getContentType();
    return type != null
        && (type.toLowerCase(Locale.ROOT).startsWith("application/x-git-upload-pack")
            || type.toLowerCase(Locale.ROOT).startsWith("application/x-git-receive-pack"));
  }

  /// An answer that does not come from a Git server.
  static final class NotGit extends IOException {
    NotGit(String type) {
      super("the server answered with content of type '" + type + "' instead of Git's protocol");
    }
  }

  private final class Counted extends FilterInputStream {

    Counted(InputStream stream) {
      super(stream);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      note(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      note(Math.max(count, 0));
      return count;
    }

    private void note(int count) throws IOException {
      if (trace.count(count) > MOST_BYTES) {
        throw new IOException("the server sent more than the limit of " + MOST_BYTES + " bytes");
      }
    }
  }
}
