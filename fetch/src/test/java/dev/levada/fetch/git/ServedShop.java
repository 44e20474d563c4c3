package dev.levada.fetch.git;

import dev.levada.testbed.git.GitHttpServer;
import dev.levada.testbed.git.TestRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A repository, `shop.git`, on a Git server over plain HTTP, and one that fetches from it.
abstract class ServedShop {

  @TempDir Path folder;
  TestRepository repository;
  GitHttpServer server;
  GitRemote remote;

  @BeforeEach
  void start() {
    repository = TestRepository.create(folder.resolve("served/shop.git"));
    server = GitHttpServer.open(folder.resolve("served"));
    remote = new GitRemote(folder.resolve("cache"));
  }

  @AfterEach
  void stop() {
    server.close();
  }
}
