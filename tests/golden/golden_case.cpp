#include "golden_case.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <utility>

#include "text_comparison.hpp"

namespace fs = std::filesystem;

namespace ecpr::testing {
namespace {

std::string read(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return std::move(text).str();
}

void write(const fs::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  if (!(file << text)) throw std::runtime_error(fmt::format("cannot write '{}'", path.string()));
}

/// All files below `folder`: by name relative to it, their bytes.
std::map<std::string, std::string> files_below(const fs::path& folder) {
  std::map<std::string, std::string> files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files[fs::relative(entry.path(), folder).string()] = read(entry.path());
  }
  return files;
}

/// A fresh copy of the case without what is expected of it, beside links to the source tree and the samples.
void prepare(const fs::path& folder, const fs::path& work, const fs::path& source) {
  fs::remove_all(work);
  fs::create_directories(work);
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name == "command" || name.starts_with("expected")) continue;
    fs::copy(entry.path(), work / name, fs::copy_options::recursive);
  }
  fs::create_directory_symlink(source, work / "source");
  fs::create_directory_symlink(source / "data" / "samples", work / "samples");
}

void redirect(const fs::path& path, int flags, int descriptor) {
  const int file = open(path.c_str(), flags, 0644);
  if (file < 0 || dup2(file, descriptor) < 0) _exit(126);
  close(file);
}

/// In the child process: becomes the shell.
[[noreturn]] void become_shell(const std::string& command, const fs::path& work, const Surroundings& surroundings) {
  for (const char* name : {"NO_COLOR", "COLUMNS", "LINES", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR"}) unsetenv(name);
  const char* path = std::getenv("PATH");
  setenv("PATH", (surroundings.program.parent_path().string() + ":" + (path ? path : "/usr/bin:/bin")).c_str(), 1);
  setenv("LC_ALL", "C", 1);
  setenv("SAMPLES", "samples", 1);
  setenv("SOURCE", "source", 1);
  redirect("/dev/null", O_RDONLY, STDIN_FILENO);
  redirect(work.string() + ".out", O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
  redirect(work.string() + ".err", O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
  if (chdir(work.c_str()) == 0) execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
  _exit(126);
}

int run(const std::string& command, const fs::path& work, const Surroundings& surroundings) {
  const pid_t child = fork();
  if (child < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (child == 0) become_shell(command, work, surroundings);
  int status = 0;
  if (waitpid(child, &status, 0) < 0) throw std::system_error(errno, std::generic_category(), "waitpid");
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// `text` with the absolute paths of this machine replaced.
std::string portable(std::string text, const fs::path& source) {
  const std::pair<std::string, std::string_view> names[] = {{(source / "data" / "samples").string(), "@SAMPLES@"},
                                                            {source.string(), "@SOURCE@"}};
  for (const auto& [path, name] : names) {
    for (std::size_t at = 0; (at = text.find(path, at)) != std::string::npos; at += name.size()) {
      text.replace(at, path.size(), name);
    }
  }
  return text;
}

bool asks_for_numbers(const fs::path& folder) {
  const std::string command = read(folder / "command");
  for (const char* option : {"--format json", "--format=json", "--format csv", "--format=csv"}) {
    if (command.find(option) != std::string::npos) return true;
  }
  return fs::exists(folder / "numeric");
}

Comparison comparison_of(const fs::path& folder, std::string_view name) {
  return asks_for_numbers(folder) || holds_numbers(name) ? Comparison::numeric : Comparison::exact;
}

std::string difference_of(const std::string& name, const std::string& expected, const std::string& actual,
                          Comparison comparison) {
  const auto differs = difference(expected, actual, comparison);
  return differs ? fmt::format("{} differs (- expected, + written):\n{}", name, *differs) : "";
}

/// Writes `text`, or removes the file when there is none.
void replace(const fs::path& path, const std::string& text) {
  if (text.empty()) {
    fs::remove(path);
  } else {
    write(path, text);
  }
}

}  // namespace

Output run_case(const fs::path& folder, const Surroundings& surroundings) {
  const fs::path work = surroundings.scratch / folder.parent_path().filename() / folder.filename();
  prepare(folder, work, surroundings.source);
  Output output;
  output.status = run(read(folder / "command"), work, surroundings);
  output.out = portable(read(work.string() + ".out"), surroundings.source);
  output.err = portable(read(work.string() + ".err"), surroundings.source);
  for (const auto& [name, text] : files_below(folder / "expected")) {
    if (fs::exists(work / name)) output.files[name] = portable(read(work / name), surroundings.source);
  }
  return output;
}

Output expected_output(const fs::path& folder) {
  const std::string status = read(folder / "expected.status");
  return {read(folder / "expected.out"), read(folder / "expected.err"), status.empty() ? 0 : std::stoi(status),
          files_below(folder / "expected")};
}

std::string differences(const fs::path& folder, const Output& expected, const Output& actual) {
  std::string text;
  if (expected.status != actual.status) {
    text += fmt::format("exit status is {}, expected {}\n", actual.status, expected.status);
  }
  text += difference_of("standard error", expected.err, actual.err, comparison_of(folder, ""));
  text += difference_of("standard output", expected.out, actual.out, comparison_of(folder, ""));
  for (const auto& [name, wanted] : expected.files) {
    const auto written = actual.files.find(name);
    text += written == actual.files.end()
                ? fmt::format("file '{}' was not written\n", name)
                : difference_of(fmt::format("file '{}'", name), wanted, written->second, comparison_of(folder, name));
  }
  return text;
}

void rewrite(const fs::path& folder, const Output& expected, const Output& actual) {
  const auto differs = [&](const std::string& wanted, const std::string& written, std::string_view name) {
    return difference(wanted, written, comparison_of(folder, name)).has_value();
  };
  if (differs(expected.out, actual.out, "")) replace(folder / "expected.out", actual.out);
  if (differs(expected.err, actual.err, "")) replace(folder / "expected.err", actual.err);
  replace(folder / "expected.status", actual.status == 0 ? "" : fmt::format("{}\n", actual.status));
  for (const auto& [name, text] : actual.files) {
    if (differs(expected.files.at(name), text, name)) write(folder / "expected" / name, text);
  }
}

}  // namespace ecpr::testing
