#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tables.hpp"

using namespace ecpr;
using namespace ecpr::testing;

namespace {

// A folder of its own for each test, gone afterwards.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("ecpr_csv_" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }

  std::string file(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return (path_ / name).string();
  }
  std::string path(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

std::string refusal_of_file(const std::string& path) {
  try {
    csv::Reader::open(path);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a file is opened by its name") {
  const Folder folder;
  const std::string path = folder.file("pre.csv", "a,b\n1,2\n");
  auto reader = csv::Reader::open(path);
  CHECK(reader.name() == path);
  CHECK(read_all(reader).rows == std::vector<Row>{{"1", "2"}});
}

TEST_CASE("what cannot be opened") {
  const Folder folder;
  CHECK(refusal_of_file(folder.path("none.csv")) == folder.path("none.csv") + ": no such file");
  CHECK(refusal_of_file(folder.path("")) == folder.path("") + ": this is a folder; name a CSV file in it");
  const std::string within = folder.file("pre.csv", "a\n") + "/x";
  CHECK(refusal_of_file(within) == within + ": cannot be read (Not a directory)");
  const std::string secret = folder.file("secret.csv", "a\n");
  ::chmod(secret.c_str(), 0);
  if (::access(secret.c_str(), R_OK) != 0) {  // the superuser may read everything
    CHECK(refusal_of_file(secret) == secret + ": permission denied; make the file readable for you");
  }
}

TEST_CASE("standard input") {
  const Folder folder;
  const std::string path = folder.file("pre.csv", "a,b\n1,2\n");
  const int saved = ::dup(STDIN_FILENO);
  REQUIRE(std::freopen(path.c_str(), "r", stdin) != nullptr);
  {
    auto reader = csv::Reader::open("-");
    CHECK(reader.name() == "standard input");
    CHECK(read_all(reader).rows == std::vector<Row>{{"1", "2"}});
    CHECK(refusal_of_file("-") == "standard input: the file is empty; export the survey again as CSV");
  }
  CHECK(::fcntl(STDIN_FILENO, F_GETFD) >= 0);
  ::dup2(saved, STDIN_FILENO);
  ::close(saved);
}

TEST_CASE("the hash is that of the file as it is") {
  const auto hash_of = [](std::string text) {
    auto reader = csv::Reader::from_text(std::move(text), "pre.csv", {.hash = true});
    read_all(reader);
    return reader.sha256();
  };
  // sha256sum
  CHECK(hash_of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(hash_of("\xEF\xBB\xBFid;x\r\n1;2\r\n") == "34226804f49ea1ac4dedc71a9a93eedd95caf1df2be99bea75997c6a37062fb7");
}
