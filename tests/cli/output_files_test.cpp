#include "ecpr/cli/output_files.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "ecpr/base/error.hpp"

namespace fs = std::filesystem;
using ecpr::InputError;
using ecpr::cli::check_target;
using ecpr::cli::OutputFiles;
using ecpr::cli::Readers;

namespace {

/// A new folder that goes with the test.
struct Folder {
  fs::path path;
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "ecpr-output-XXXXXX").string();
    path = ::mkdtemp(pattern.data());
  }
  ~Folder() { fs::remove_all(path); }
  std::string operator/(const std::string& name) const { return (path / name).string(); }
  std::size_t entries() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path), fs::directory_iterator()));
  }
};

std::string content(const std::string& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path).rdbuf();
  return bytes.str();
}

void put(const std::string& path, const std::string& bytes) { std::ofstream(path) << bytes; }

unsigned mode(const std::string& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777U;
}

void write_one(const std::string& path, const std::string& bytes, Readers readers = Readers::all) {
  OutputFiles files({});
  files.write(path, bytes, readers);
  files.publish();
}

std::string refusal(const std::string& path, const std::vector<std::string>& inputs) {
  try {
    check_target(path, inputs);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

/// How a process ends that has written two files, not published, and then does `last`.
template <typename Last>
int end_of_writer(const Folder& folder, Last last) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    for (const int signal : {SIGINT, SIGTERM}) std::signal(signal, SIG_DFL);  // the test program catches them
    OutputFiles files({});
    files.write(folder / "a.txt", "new");
    files.write(folder / "b.txt", "new");
    last(files);
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return status;
}

}  // namespace

TEST_CASE("nothing changes before all is published, and nothing but the files is left") {
  const Folder folder;
  put(folder / "a.txt", "old");
  {
    OutputFiles files({});
    files.write(folder / "a.txt", "new");
    files.write(folder / "b.txt", "new, too");
    CHECK(content(folder / "a.txt") == "old");
    CHECK_FALSE(fs::exists(folder / "b.txt"));
    files.publish();
  }
  CHECK(content(folder / "a.txt") == "new");
  CHECK(content(folder / "b.txt") == "new, too");
  CHECK(folder.entries() == 2);
}

TEST_CASE("what is not published leaves no trace, folders included") {
  const Folder folder;
  {
    OutputFiles files({});
    files.make_folder(folder / "figures/all");
    files.write(folder / "figures/all/a.svg", "new");
  }
  CHECK(folder.entries() == 0);
}

TEST_CASE("two runs that write one file: each leaves a whole one") {
  const Folder folder;
  OutputFiles one({}), other({});
  one.write(folder / "a.txt", "from the one");
  other.write(folder / "a.txt", "from the other");
  one.publish();
  CHECK(content(folder / "a.txt") == "from the one");
  other.publish();
  CHECK(content(folder / "a.txt") == "from the other");
  CHECK(folder.entries() == 1);
}

TEST_CASE("a file that happens to be called like an unfinished one is left alone") {
  const Folder folder;
  put(folder / "a.txt.part", "precious");
  write_one(folder / "a.txt", "new");
  CHECK(content(folder / "a.txt.part") == "precious");
}

TEST_CASE("a link stays a link, and what it points to is replaced or made") {
  const Folder folder;
  fs::create_directory(folder / "far");
  put(folder / "far/a.txt", "old");
  fs::create_symlink("far/a.txt", folder / "there.txt");
  fs::create_symlink("there.txt", folder / "twice.txt");
  fs::create_symlink("far/new.txt", folder / "dangling.txt");
  write_one(folder / "twice.txt", "new");
  write_one(folder / "dangling.txt", "first");
  CHECK(content(folder / "far/a.txt") == "new");
  CHECK(content(folder / "far/new.txt") == "first");
  CHECK(fs::is_symlink(folder / "twice.txt"));
  CHECK(fs::is_symlink(folder / "dangling.txt"));
}

TEST_CASE("permissions: of the file that is replaced, else by the umask, or of the owner alone") {
  const Folder folder;
  const mode_t before = ::umask(027);
  put(folder / "kept.txt", "old");
  fs::permissions(folder / "kept.txt", fs::perms(0604));
  write_one(folder / "kept.txt", "new", Readers::owner);
  write_one(folder / "report.txt", "new");
  write_one(folder / "scores.csv", "new", Readers::owner);
  ::umask(before);
  CHECK(mode(folder / "kept.txt") == 0604);
  CHECK(mode(folder / "report.txt") == 0640);
  CHECK(mode(folder / "scores.csv") == 0600);
}

TEST_CASE("an input is refused under every name that it has") {
  const Folder folder;
  put(folder / "in.csv", "id");
  fs::create_symlink("in.csv", folder / "link.csv");
  fs::create_hard_link(folder / "in.csv", folder / "hard.csv");
  for (const char* name : {"in.csv", "link.csv", "hard.csv"}) {
    CHECK(refusal(folder / name, {folder / "in.csv"}) ==
          (folder / name) + ": an input is never overwritten; name another file");
    OutputFiles files({folder / "in.csv"});
    CHECK_THROWS_AS(files.write(folder / name, "new"), InputError);
  }
  CHECK(refusal("/dev/null", {"/dev/null"}).empty());
}

TEST_CASE("a read-only file is refused, whoever asks") {
  const Folder folder;
  const std::string path = folder / "a.txt";
  put(path, "old");
  fs::permissions(path, fs::perms(0444));
  CHECK(refusal(path, {}) ==
        path + ": this file is read-only and is left as it is; name another, or allow it: chmod u+w " + path);
}

TEST_CASE("names that no file can have are refused before the work") {
  const Folder folder;
  const std::string path = folder / std::string(300, 'a');
  CHECK(refusal(path, {}) == path + ": cannot write: File name too long");
  fs::create_symlink("round.txt", folder / "round.txt");
  CHECK(refusal(folder / "round.txt", {}) ==
        (folder / "round.txt") + ": cannot write: Too many levels of symbolic links");
  CHECK(refusal(folder / std::string(255, 'a'), {}).empty());
  write_one(folder / std::string(255, 'a'), "new");
  CHECK(content(folder / std::string(255, 'a')) == "new");
}

TEST_CASE("a signal removes what is not finished, and the program ends by that signal") {
  const Folder folder;
  put(folder / "a.txt", "old");
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXFSZ, SIGPIPE}) {
    const int status = end_of_writer(folder, [&](OutputFiles&) {
      const rlimit none{0, 0};
      ::setrlimit(RLIMIT_CORE, &none);
      ::raise(signal);
    });
    CHECK(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == signal);
    CHECK(folder.entries() == 1);
    CHECK(content(folder / "a.txt") == "old");
  }
}

TEST_CASE("a signal that the caller ignores stays ignored") {
  const Folder folder;
  const auto before = std::signal(SIGHUP, SIG_IGN);
  const int status = end_of_writer(folder, [](OutputFiles& files) {
    ::raise(SIGHUP);
    files.publish();
  });
  std::signal(SIGHUP, before);
  CHECK(WIFEXITED(status));
  CHECK(folder.entries() == 2);
}

TEST_CASE("very many files at once") {
  const Folder folder;
  rlimit before{};
  ::getrlimit(RLIMIT_NOFILE, &before);
  const rlimit few{64, before.rlim_max};
  ::setrlimit(RLIMIT_NOFILE, &few);
  {
    OutputFiles files({});
    for (int i = 0; i < 200; ++i) files.write(folder / std::to_string(i), "new");
    files.publish();
  }
  ::setrlimit(RLIMIT_NOFILE, &before);
  CHECK(folder.entries() == 200);
}
