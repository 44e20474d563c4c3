package dev.levada.fetch.git;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/// Keeps JGit from reading or writing the configuration of the person or machine around us: what an
/// address means must not depend on where the engine runs. The one thing that it tells of the
/// machine is how finely its files tell time, since JGit would measure that at each start by
/// writing files for two seconds.
final class NoGitConfig extends SystemReader.Delegate {

  // What JGit takes for a file system that it cannot measure: good for the coarsest there is. A
  // file that was written less than this ago is read again rather than taken for unchanged.
  private static final Duration TIMESTAMP_RESOLUTION = Duration.ofSeconds(2);

  private NoGitConfig(SystemReader reader) {
    super(reader);
  }

  /// Takes effect for the whole process, since JGit has one reader for all.
  static synchronized void install() {
    if (!(SystemReader.getInstance() instanceof NoGitConfig)) {
      SystemReader.setInstance(new NoGitConfig(SystemReader.getInstance()));
    }
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS files) {
    return new Empty(parent, files);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS files) {
    return new Empty(parent, files);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS files) {
    return new Empty(parent, files);
  }

  private static final class Empty extends FileBasedConfig {

    @SuppressWarnings("NullAway") // JGit takes null for "no file", as its own readers do.
    Empty(Config parent, FS files) {
      super(parent, null, files);
    }

    @Override
    public long getTimeUnit(
        String section, String subsection, String name, long otherwise, TimeUnit unit) {
      return section.equals("filesystem") && name.equals("timestampResolution")
          ? unit.convert(TIMESTAMP_RESOLUTION)
          : super.getTimeUnit(section, subsection, name, otherwise, unit);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
