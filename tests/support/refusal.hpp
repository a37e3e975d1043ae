// The message of a refusal.
#pragma once

#include <string>

#include "ecpr/base/error.hpp"

namespace ecpr::testing {

/// What `action` says when it throws an `Error`; empty when it throws nothing. Other exceptions pass.
template <class Error, class Action>
std::string refusal(Action action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace ecpr::testing
