// The three ways in which a run can end early; each is caught in main alone.
#pragma once

#include <stdexcept>
#include <string>

namespace ecpr {

/// Wrong use of the program: syntax, unknown option, command, instrument or format. Exit code 2.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Data or files that cannot be used: a missing file or column, no pairs, an unwritable output. Exit code 1.
class InputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A study or instrument file that says something impossible. The message names file and line. Exit code 1.
class DefinitionError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace ecpr
