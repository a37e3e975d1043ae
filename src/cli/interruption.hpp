// Files that no signal leaves behind.
#pragma once

#include <csignal>
#include <string>

namespace ecpr::cli {

/// From now on the file at `path` is removed when a signal that can be caught ends the program, which then ends by that
/// very signal. Signals that the caller of the program ignores stay ignored.
void remove_on_signals(const std::string& path);

/// The file at `path` is no longer removed by a signal.
void forget(const std::string& path);

/// Removes the file now, instead.
void forget_and_remove(const std::string& path);

/// Holds signals back as long as it lives.
class SignalsWait {
 public:
  SignalsWait();
  SignalsWait(const SignalsWait&) = delete;
  SignalsWait& operator=(const SignalsWait&) = delete;
  ~SignalsWait();

 private:
  sigset_t before_;
};

}  // namespace ecpr::cli
